using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using VasaSim.Vmodl.Generator;

namespace VasaSim.Vmodl.Tests.Generator;

public sealed class GeneratorTests
{
    private const string Contract = """
        using System.Collections.Generic;
        using VasaSim.Vmodl;
        [assembly: VmodlService("Toy", "toy", "urn:toy", "/toy", Versions = new[] { "1.0", "2.0" })]
        namespace Toy
        {
            [DataObject(Since = "1.0")]
            public partial class Box : DataObject
            {
                public required string Label { get; init; }
                [Property(Since = "2.0")] public IReadOnlyList<Box>? Inner { get; init; }
            }

            [DataObject(Since = "2.0")]
            public sealed partial class Crate : Box;

            [VmodlEnum(Since = "1.0")]
            public enum Colour { [EnumText("RED")] Red, Green }

            [ManagedObject("Shelf", Since = "1.0")]
            public interface IShelf
            {
                [Method("PutBox_Task", Since = "2.0", Privilege = "Toy.Put")]
                [return: RefersTo("Task")]
                ManagedObjectReference PutBox(Box box, [Secret] string? key);
            }
        }
        """;

    [Fact]
    public void Contract_becomes_codecs_requests_and_metadata()
    {
        var result = Run(Driver(), Contract).GetRunResult();

        Assert.Empty(result.Diagnostics);
        var files = result.Results.Single().GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText.ToString());
        Assert.Equal(
            ["ContractModel.g.cs", "Toy.Box.g.cs", "Toy.Crate.g.cs", "Toy.Enums.g.cs", "Toy.PutBoxRequest.g.cs"],
            files.Keys.Order(StringComparer.Ordinal));
        // A box may be a crate: it has to say what it is.
        Assert.Contains("writer.Polymorphic(\"box\"u8", files["Toy.PutBoxRequest.g.cs"], StringComparison.Ordinal);
        Assert.Contains("writer.Includes(global::VasaSim.Vmodl.Ages.V2_0)", files["Toy.Box.g.cs"], StringComparison.Ordinal);
        Assert.Contains("case \"RED\":", files["Toy.Enums.g.cs"], StringComparison.Ordinal);
        Assert.Contains("\"PutBoxRequestType\"", files["ContractModel.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Edits_elsewhere_do_not_generate_anew()
    {
        var driver = Run(Driver(), Contract, "class Other { void A() { } }");

        var result = Run(driver, Contract, "class Other { void A() { int x = 1; } }").GetRunResult().Results.Single();

        Assert.All(
            result.TrackedSteps[VmodlGenerator.ContractStep].SelectMany(step => step.Outputs),
            output => Assert.Contains(output.Reason, new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged }));
        Assert.All(
            result.TrackedOutputSteps.SelectMany(steps => steps.Value).SelectMany(step => step.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    [Theory]
    [InlineData("public required string Label", "public required decimal Label", "Box.label: the contract has no type for decimal.")]
    [InlineData("VmodlService(\"Toy\"", "VmodlService(\"Toys\"", "which no VmodlService attribute names")]
    [InlineData("Since = \"2.0\")] public IReadOnlyList", "Since = \"soon\")] public IReadOnlyList", "Box.inner has no version")]
    [InlineData("ManagedObject(\"Shelf\"", "ManagedObject(\"Box\"", "Box is declared more than once")]
    public void Mistakes_are_reported(string correct, string wrong, string expected)
    {
        var result = Run(Driver(), Contract.Replace(correct, wrong, StringComparison.Ordinal)).GetRunResult();

        Assert.Contains(result.Diagnostics, found =>
            found.Id == "VMODL001" && found.GetMessage(null).Contains(expected, StringComparison.Ordinal));
    }

    private static CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new VmodlGenerator().AsSourceGenerator()],
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static GeneratorDriver Run(GeneratorDriver driver, params string[] sources)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(DataObject).Assembly.Location);
        var compilation = CSharpCompilation.Create(
            "Toy",
            sources.Select(source => CSharpSyntaxTree.ParseText(source)),
            platform.Select(path => MetadataReference.CreateFromFile(path)),
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return driver.RunGenerators(compilation, TestContext.Current.CancellationToken);
    }
}
