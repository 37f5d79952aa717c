namespace VasaSim.Vmodl.Generator.Model;

/// <summary>A data object or fault.</summary>
internal sealed record DataType(
    string CodeNamespace,
    string Name,
    string Since,
    string? BaseNamespace,
    string? BaseName,
    EquatableArray<Member> Members)
{
    public string Code => $"global::{CodeNamespace}.{Name}";
}
