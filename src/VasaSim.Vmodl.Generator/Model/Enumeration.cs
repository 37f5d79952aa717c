namespace VasaSim.Vmodl.Generator.Model;

/// <summary>An enumeration.</summary>
internal sealed record Enumeration(
    string CodeNamespace, string Name, string Since, EquatableArray<EnumerationValue> Values)
{
    public string Code => $"global::{CodeNamespace}.{Name}";
}
