using Microsoft.CodeAnalysis;
using VasaSim.Vmodl.Generator.Model;
using ValueType = VasaSim.Vmodl.Generator.Model.ValueType;

namespace VasaSim.Vmodl.Generator.Reading;

/// <summary>Finds out which type of the contract a C# type stands for.</summary>
internal static class ValueTypes
{
    private static readonly SymbolDisplayFormat Plain = SymbolDisplayFormat.FullyQualifiedFormat;

    public static ValueType Read(ITypeSymbol type, string? refersTo)
    {
        var isOptional = type.NullableAnnotation == NullableAnnotation.Annotated;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];

        var isArray = false;
        if (type is INamedTypeSymbol { Name: "IReadOnlyList" } list)
            (isArray, type) = (true, list.TypeArguments[0]);
        else if (type is IArrayTypeSymbol array)
            (isArray, type) = (true, array.ElementType);

        return new(
            KindOf(type),
            type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(Plain),
            type.ContainingNamespace?.ToDisplayString() ?? "",
            type.Name,
            isArray,
            isOptional,
            refersTo);
    }

    private static ValueKind KindOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => ValueKind.String,
        SpecialType.System_Boolean => ValueKind.Boolean,
        SpecialType.System_Int32 => ValueKind.Int,
        SpecialType.System_Int64 => ValueKind.Long,
        SpecialType.System_Double => ValueKind.Double,
        SpecialType.System_Object => ValueKind.Any,
        _ => type switch
        {
            { TypeKind: TypeKind.Enum } => ValueKind.Enum,
            { Name: "DateTimeOffset" } => ValueKind.DateTime,
            { Name: "ManagedObjectReference" } => ValueKind.Reference,
            { TypeKind: TypeKind.Class } => ValueKind.Object,
            _ => ValueKind.Unsupported,
        },
    };
}
