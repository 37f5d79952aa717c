namespace VasaSim.Vmodl.Generator.Model;

/// <summary>A service and the C# namespace that holds its contract.</summary>
internal sealed record Service(
    string CodeNamespace, string Prefix, string XmlNamespace, string Path, EquatableArray<string> Versions)
{
    /// <summary>The last part of the C# namespace, which names the service in generated code.</summary>
    public string Id => CodeNamespace.Substring(CodeNamespace.LastIndexOf('.') + 1);
}
