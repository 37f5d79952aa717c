namespace VasaSim.Vmodl.Generator.Model;

/// <summary>A managed object.</summary>
internal sealed record ManagedObject(
    string CodeNamespace,
    string Name,
    string Since,
    string? BaseNamespace,
    string? BaseName,
    EquatableArray<Member> Properties,
    EquatableArray<Operation> Operations);
