namespace VasaSim.Vmodl.Generator.Model;

/// <summary>The type of a member, a parameter or a result.</summary>
/// <param name="Kind">What sort of value it is.</param>
/// <param name="Code">The C# type of one value, without a question mark.</param>
/// <param name="CodeNamespace">The C# namespace, for objects and enumerations.</param>
/// <param name="Name">The C# name without namespace, for objects and enumerations.</param>
/// <param name="IsArray">Whether it is a list.</param>
/// <param name="IsOptional">Whether it may be null.</param>
/// <param name="RefersTo">What a reference points to.</param>
internal sealed record ValueType(
    ValueKind Kind, string Code, string CodeNamespace, string Name, bool IsArray, bool IsOptional, string? RefersTo)
{
    public bool IsValueType => Kind is ValueKind.Boolean or ValueKind.Int or ValueKind.Long or ValueKind.Double
        or ValueKind.DateTime or ValueKind.Enum;

    /// <summary>The C# type of a property that holds it.</summary>
    public string PropertyCode =>
        (IsArray ? $"global::System.Collections.Generic.IReadOnlyList<{Code}>" : Code) + (IsOptional ? "?" : "");
}
