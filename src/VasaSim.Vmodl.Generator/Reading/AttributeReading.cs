using Microsoft.CodeAnalysis;

namespace VasaSim.Vmodl.Generator.Reading;

/// <summary>Short ways to what attributes say.</summary>
internal static class AttributeReading
{
    private const string ContractNamespace = "VasaSim.Vmodl";

    public static AttributeData? Find(this IEnumerable<AttributeData> attributes, string name) =>
        attributes.FirstOrDefault(attribute => attribute.AttributeClass is { } type
            && type.Name == name + "Attribute" && type.ContainingNamespace.ToDisplayString() == ContractNamespace);

    public static string? Text(this AttributeData? attribute, string name) =>
        attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as string;

    public static bool Flag(this AttributeData? attribute, string name) =>
        attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value is true;

    public static string? FirstText(this AttributeData? attribute) =>
        attribute?.ConstructorArguments.FirstOrDefault().Value as string;
}
