using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using VasaSim.Vmodl.Generator.Model;

namespace VasaSim.Vmodl.Generator.Reading;

/// <summary>Turns the declarations in C# into the generator's model.</summary>
internal static class ContractReader
{
    public static Service[] Services(Compilation compilation) =>
        [.. compilation.Assembly.GetAttributes()
            .Where(attribute => attribute.AttributeClass?.Name == "VmodlServiceAttribute")
            .Select(attribute => new Service(
                (string)attribute.ConstructorArguments[0].Value!,
                (string)attribute.ConstructorArguments[1].Value!,
                (string)attribute.ConstructorArguments[2].Value!,
                (string)attribute.ConstructorArguments[3].Value!,
                new([.. attribute.NamedArguments.Single(argument => argument.Key == "Versions").Value.Values
                    .Select(value => (string)value.Value!)])))];

    public static DataType DataType(GeneratorAttributeSyntaxContext context)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var since = context.Attributes[0].Text("Since")!;
        var isRoot = type.BaseType!.Name == "DataObject";
        return new(
            type.ContainingNamespace.ToDisplayString(),
            type.Name,
            since,
            isRoot ? null : type.BaseType.ContainingNamespace.ToDisplayString(),
            isRoot ? null : type.BaseType.Name,
            new([.. type.GetMembers().OfType<IPropertySymbol>()
                // Those with a setter: what the generator itself adds has none, and is not seen here anyway.
                .Where(property => property is { IsStatic: false, SetMethod: not null })
                .Select(property => Member(property, property.Type, since))]));
    }

    public static Enumeration Enumeration(GeneratorAttributeSyntaxContext context)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        return new(
            type.ContainingNamespace.ToDisplayString(),
            type.Name,
            context.Attributes[0].Text("Since")!,
            new([.. type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue)
                .Select(field => new EnumerationValue(
                    field.Name, field.GetAttributes().Find("EnumText").FirstText() ?? field.Name))]));
    }

    public static ManagedObject ManagedObject(GeneratorAttributeSyntaxContext context)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var attribute = context.Attributes[0];
        var since = attribute.Text("Since")!;
        var baseType = type.Interfaces.FirstOrDefault();
        return new(
            type.ContainingNamespace.ToDisplayString(),
            attribute.FirstText()!,
            since,
            baseType?.ContainingNamespace.ToDisplayString(),
            baseType?.GetAttributes().Find("ManagedObject").FirstText(),
            new([.. type.GetMembers().OfType<IPropertySymbol>()
                .Select(property => Member(property, property.Type, since))]),
            new([.. type.GetMembers().OfType<IMethodSymbol>()
                .Where(method => method.MethodKind == MethodKind.Ordinary)
                .Select(Operation)]));
    }

    private static Operation Operation(IMethodSymbol method)
    {
        var attributes = method.GetAttributes();
        var declaration = attributes.Find("Method");
        var since = declaration.Text("Since") ?? "";
        var taskResult = attributes.Find("TaskResult");
        return new(
            declaration.FirstText() ?? "",
            since,
            declaration.Text("Privilege"),
            declaration.Flag("Undocumented"),
            new([.. method.Parameters.Select(parameter => Member(parameter, parameter.Type, since))]),
            method.ReturnsVoid
                ? null
                : ValueTypes.Read(method.ReturnType, method.GetReturnTypeAttributes().Find("RefersTo").FirstText()),
            taskResult is null
                ? null
                : ValueTypes.Read((ITypeSymbol)taskResult.ConstructorArguments[0].Value!, taskResult.Text("RefersTo")),
            new([.. Faults(attributes.Find("Faults"))
                .Select(fault => ValueTypes.Read((ITypeSymbol)fault.Value!, null))]));
    }

    private static ImmutableArray<TypedConstant> Faults(AttributeData? attribute) =>
        attribute is null ? [] : attribute.ConstructorArguments[0].Values;

    private static Member Member(ISymbol symbol, ITypeSymbol type, string since)
    {
        var attributes = symbol.GetAttributes();
        var property = attributes.Find("Property");
        // Parameters are requests' members: the C# name of each starts with a capital, the wire name does not.
        return new(
            char.ToUpperInvariant(symbol.Name[0]) + symbol.Name.Substring(1),
            char.ToLowerInvariant(symbol.Name[0]) + symbol.Name.Substring(1),
            ValueTypes.Read(type, attributes.Find("RefersTo").FirstText()),
            property.Text("Since") ?? since,
            property.Text("Privilege"),
            attributes.Find("Secret") is not null);
    }
}
