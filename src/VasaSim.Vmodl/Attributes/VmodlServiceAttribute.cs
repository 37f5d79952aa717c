namespace VasaSim.Vmodl;

/// <summary>Declares that a C# namespace holds the contract of a service.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class VmodlServiceAttribute(string codeNamespace, string name, string xmlNamespace, string path) : Attribute
{
    /// <summary>The C# namespace of the service's types.</summary>
    public string CodeNamespace { get; } = codeNamespace;

    /// <summary>The service's short name, which is also its XML prefix.</summary>
    public string Name { get; } = name;

    /// <summary>The service's XML namespace.</summary>
    public string XmlNamespace { get; } = xmlNamespace;

    /// <summary>The path of the service's SOAP endpoint.</summary>
    public string Path { get; } = path;

    /// <summary>The versions of the service, oldest first.</summary>
    public required string[] Versions { get; init; }
}
