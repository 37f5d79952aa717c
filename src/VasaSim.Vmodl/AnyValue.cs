namespace VasaSim.Vmodl;

/// <summary>What can be told of a value that stands where anything may.</summary>
internal static class AnyValue
{
    /// <summary>
    /// Tells whether a caller of this version knows the value's type, or a base of it. What it does not know is left out,
    /// like a member that is newer than it.
    /// </summary>
    public static bool IsKnownTo(object value, ApiVersion version) => value switch
    {
        DataObject data => IsKnown(data.TypeInfo, version),
        VmodlArray { ElementType.DataType: { } type } => IsKnown(type, version),
        VmodlArray { ElementType.Enum: { } type } => type.Since <= version,
        _ => ContractModel.DescribeEnum(value, out _) is not { } type || type.Since <= version,
    };

    private static bool IsKnown(DataTypeInfo type, ApiVersion version) => type.KnownTo(version).Since <= version;
}
