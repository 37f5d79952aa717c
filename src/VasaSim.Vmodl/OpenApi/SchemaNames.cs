namespace VasaSim.Vmodl.OpenApi;

/// <summary>
/// How schemas are called: a type by its own name, <c>X.Any</c> where a subtype may stand too, and with
/// <c>.Argument</c> as clients may send it, without saying its type unless it is a subtype.
/// </summary>
internal static class SchemaNames
{
    public const string Any = "anyType";
    public const string Reference = "ManagedObjectReference";
    public const string Fault = "MethodFault";
    private const string LocalizedFault = "LocalizedMethodFault";

    /// <summary>Whether it is a fault with its message, which JSON has as the fault alone.</summary>
    public static bool IsLocalized(DataTypeInfo type) => type.Name == LocalizedFault;

    /// <summary>The schema of a value of a type in a reply.</summary>
    public static string OfReply(DataTypeInfo type) =>
        IsLocalized(type) ? Fault + ".Any" : type.HasSubtypes ? type.Name + ".Any" : type.Name;

    /// <summary>The schema of a value of a type in a request.</summary>
    public static string OfArgument(DataTypeInfo type) =>
        IsLocalized(type) ? OfReply(type) : type.HasSubtypes ? type.Name + ".Argument.Any" : type.Name + ".Argument";
}
