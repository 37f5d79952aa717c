namespace VasaSim.Vmodl;

/// <summary>The type of a member, a parameter or a result.</summary>
public sealed class TypeRef
{
    private TypeRef(TypeKind kind, string name) => (Kind, Name) = (kind, name);

    /// <summary>The type of texts.</summary>
    public static TypeRef String { get; } = new(TypeKind.String, "string");

    /// <summary>The type of truth values.</summary>
    public static TypeRef Boolean { get; } = new(TypeKind.Boolean, "boolean");

    /// <summary>The type of 32-bit numbers.</summary>
    public static TypeRef Int { get; } = new(TypeKind.Int, "int");

    /// <summary>The type of 64-bit numbers.</summary>
    public static TypeRef Long { get; } = new(TypeKind.Long, "long");

    /// <summary>The type of floating-point numbers.</summary>
    public static TypeRef Double { get; } = new(TypeKind.Double, "double");

    /// <summary>The type of points in time.</summary>
    public static TypeRef DateTime { get; } = new(TypeKind.DateTime, "dateTime");

    /// <summary>The type of any value.</summary>
    public static TypeRef AnyType { get; } = new(TypeKind.AnyType, "anyType");

    /// <summary>The type of references to managed objects of any type.</summary>
    public static TypeRef ManagedObjectReference { get; } =
        new(TypeKind.ManagedObjectReference, "ManagedObjectReference");

    /// <summary>What sort of value it is; for a list, what sort its items are.</summary>
    public TypeKind Kind { get; }

    /// <summary>The type's name on the wire, without a prefix: <c>string</c>, <c>ReplicationGroupId</c>.</summary>
    public string Name { get; }

    /// <summary>Whether it is a list.</summary>
    public bool IsArray { get; private init; }

    /// <summary>The wire name of the managed object type that references point to, if the contract says it.</summary>
    public string? RefersTo { get; private init; }

    /// <summary>The data object type; set for kind <see cref="TypeKind.Data"/>.</summary>
    public DataTypeInfo? DataType { get; private init; }

    /// <summary>The enumeration; set for kind <see cref="TypeKind.Enum"/>.</summary>
    public EnumInfo? Enum { get; private init; }

    /// <summary>Returns a reference to a data object type.</summary>
    public static TypeRef To(DataTypeInfo type) => new(TypeKind.Data, type.Name) { DataType = type };

    /// <summary>Returns a reference to an enumeration.</summary>
    public static TypeRef To(EnumInfo type) => new(TypeKind.Enum, type.Name) { Enum = type };

    /// <summary>Returns the type of references to one managed object type.</summary>
    public static TypeRef ReferenceTo(string managedObject) =>
        new(TypeKind.ManagedObjectReference, ManagedObjectReference.Name) { RefersTo = managedObject };

    /// <summary>Returns the type of lists of this type.</summary>
    public TypeRef ToArray() =>
        new(Kind, Name) { IsArray = true, RefersTo = RefersTo, DataType = DataType, Enum = Enum };

    /// <summary>Returns the type of the items of this list type.</summary>
    public TypeRef ToElement() => new(Kind, Name) { RefersTo = RefersTo, DataType = DataType, Enum = Enum };

    /// <summary>Tells whether a value, or one item of a list, is of the C# type that stands for this type.</summary>
    public bool Holds(object value) => Kind switch
    {
        TypeKind.String => value is string,
        TypeKind.Boolean => value is bool,
        TypeKind.Int => value is int,
        TypeKind.Long => value is long,
        TypeKind.Double => value is double,
        TypeKind.DateTime => value is DateTimeOffset,
        TypeKind.ManagedObjectReference => value is ManagedObjectReference,
        TypeKind.Data => value is DataObject data && data.TypeInfo.IsA(DataType!),
        TypeKind.Enum => ContractModel.DescribeEnum(value, out _) == Enum,
        _ => true,
    };

    /// <summary>Returns the name, followed by brackets for a list.</summary>
    public override string ToString() => IsArray ? Name + "[]" : Name;

    /// <summary>Says that a value cannot be written as this type.</summary>
    internal ArgumentException Mismatch(object? value) =>
        new($"A value of type {value?.GetType()} cannot be written as {this}.", nameof(value));
}
