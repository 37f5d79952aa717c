using System.Text;
using VasaSim.Vmodl.Soap;

namespace VasaSim.Vmodl;

/// <summary>How a list is called where the contract says <c>anyType</c>: <c>ArrayOfString</c> with <c>string</c>.</summary>
internal readonly ref struct BoxedArrayNames
{
    private BoxedArrayNames(WireNamespace arrayNamespace, ReadOnlySpan<byte> typeSuffix, ReadOnlySpan<byte> itemName)
    {
        Namespace = arrayNamespace;
        TypeSuffix = typeSuffix;
        ItemName = itemName;
    }

    /// <summary>The namespace of the list's type and of its items.</summary>
    public WireNamespace Namespace { get; }

    /// <summary>What follows <c>ArrayOf</c>.</summary>
    public ReadOnlySpan<byte> TypeSuffix { get; }

    /// <summary>The name of each item's element.</summary>
    public ReadOnlySpan<byte> ItemName { get; }

    /// <summary>Returns the names for lists of a type.</summary>
    public static BoxedArrayNames Of(TypeRef element) => element.Kind switch
    {
        TypeKind.Data => Named(element.DataType!.WireNamespace, element.DataType.WireName.Bytes),
        TypeKind.Enum => Named(element.Enum!.WireNamespace, element.Enum.WireName.Bytes),
        TypeKind.String => new(WireNamespaces.Vim, "String"u8, "string"u8),
        TypeKind.Boolean => new(WireNamespaces.Vim, "Boolean"u8, "boolean"u8),
        TypeKind.Int => new(WireNamespaces.Vim, "Int"u8, "int"u8),
        TypeKind.Long => new(WireNamespaces.Vim, "Long"u8, "long"u8),
        TypeKind.Double => new(WireNamespaces.Vim, "Double"u8, "double"u8),
        TypeKind.DateTime => new(WireNamespaces.Vim, "DateTime"u8, "dateTime"u8),
        TypeKind.AnyType => new(WireNamespaces.Vim, "AnyType"u8, "anyType"u8),
        TypeKind.ManagedObjectReference => Named(WireNamespaces.Vim, "ManagedObjectReference"u8),
        _ => throw new ArgumentOutOfRangeException(nameof(element), element.Kind, "No list of this kind exists."),
    };

    /// <summary>Returns the type of the items of the list type with this name, or null if there is none.</summary>
    public static TypeRef? FindElement(ReadOnlySpan<char> typeName)
    {
        const string prefix = "ArrayOf";
        if (!typeName.StartsWith(prefix))
            return null;
        return typeName[prefix.Length..] switch
        {
            "String" => TypeRef.String,
            "Boolean" => TypeRef.Boolean,
            "Int" => TypeRef.Int,
            "Long" => TypeRef.Long,
            "Double" => TypeRef.Double,
            "DateTime" => TypeRef.DateTime,
            "AnyType" => TypeRef.AnyType,
            "ManagedObjectReference" => TypeRef.ManagedObjectReference,
            var name when Contracts.FindDataType(name) is { } type => TypeRef.To(type),
            var name when Contracts.FindEnum(name) is { } type => TypeRef.To(type),
            _ => null,
        };
    }

    /// <summary>Returns the name of the list type and that of its items as texts.</summary>
    public (string TypeName, string ItemName) ToText() =>
        ("ArrayOf" + Encoding.UTF8.GetString(TypeSuffix), Encoding.UTF8.GetString(ItemName));

    private static BoxedArrayNames Named(WireNamespace itemNamespace, ReadOnlySpan<byte> name) =>
        new(itemNamespace, name, name);
}
