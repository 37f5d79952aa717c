using Microsoft.CodeAnalysis;
using VasaSim.Vmodl.Generator.Model;
using VasaSim.Vmodl.Generator.Reading;
using VasaSim.Vmodl.Generator.Writing;

namespace VasaSim.Vmodl.Generator;

/// <summary>
/// Writes the codecs, the request types and the description of the contract that the assembly declares with attributes.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class VmodlGenerator : IIncrementalGenerator
{
    /// <summary>The name of the step that sees the whole contract, for tests.</summary>
    public const string ContractStep = "Contract";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var dataTypes = Declared(context, "DataObject", ContractReader.DataType);
        var enumerations = Declared(context, "VmodlEnum", ContractReader.Enumeration);
        var managedObjects = Declared(context, "ManagedObject", ContractReader.ManagedObject);
        var services = context.CompilationProvider
            .Select((compilation, _) => new EquatableArray<Service>([.. ContractReader.Services(compilation)]));

        // Nearly all that is written about a type depends on others: on its bases, and on whether it has subtypes.
        var contract = services.Combine(enumerations).Combine(dataTypes).Combine(managedObjects)
            .WithTrackingName(ContractStep);
        context.RegisterSourceOutput(contract, (output, found) =>
        {
            var (((foundServices, foundEnumerations), foundTypes), foundObjects) = found;
            if (foundServices.Count == 0)
                return;
            var problems = Problems.Find(foundServices, foundEnumerations, foundTypes, foundObjects).ToList();
            foreach (var problem in problems)
                output.ReportDiagnostic(Diagnostic.Create(Problems.Descriptor, Location.None, problem));
            // Code that is wrong in ways of its own would hide what is wrong with the contract.
            if (problems.Count == 0)
                Write(output, new(foundServices, foundEnumerations, foundTypes, foundObjects));
        });
    }

    private static IncrementalValueProvider<EquatableArray<T>> Declared<T>(
        IncrementalGeneratorInitializationContext context,
        string attribute,
        Func<GeneratorAttributeSyntaxContext, T> read)
        where T : IEquatable<T> =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                $"VasaSim.Vmodl.{attribute}Attribute", (_, _) => true, (target, _) => read(target))
            .Collect()
            .Select((types, _) => new EquatableArray<T>(types));

    private static void Write(SourceProductionContext output, Contract contract)
    {
        foreach (var type in contract.DataTypes)
            output.AddSource($"{type.CodeNamespace}.{type.Name}.g.cs", DataTypeWriter.Write(contract, type));
        foreach (var owner in contract.ManagedObjects)
        {
            foreach (var operation in owner.Operations)
            {
                output.AddSource(
                    $"{owner.CodeNamespace}.{operation.RequestName}.g.cs",
                    DataTypeWriter.Write(contract, owner, operation));
            }
        }
        foreach (var service in contract.Services)
            output.AddSource($"{service.CodeNamespace}.Enums.g.cs", EnumWriter.Write(contract, service));
        output.AddSource("ContractModel.g.cs", ContractModelWriter.Write(contract));
    }
}
