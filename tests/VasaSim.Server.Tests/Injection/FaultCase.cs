using System.Text.Json.Nodes;
using VasaSim.Faults.Actions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Injection;
using VasaSim.Vmodl;

namespace VasaSim.Server.Tests.Injection;

/// <summary>One fault in one shape, the call that gets it, and the rule that makes it so.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Shape">The shape.</param>
/// <param name="Call">The call.</param>
/// <param name="Fields">The members that the rule gives; null: none.</param>
internal sealed record FaultCase(DataTypeInfo Fault, FaultShape Shape, FaultCall Call, JsonObject? Fields)
{
    private static readonly FaultShape[] _shapes = [.. Enum.GetValues<FaultShape>().Except([FaultShape.Auto])];

    // What no operation may raise is raised by force in the shapes that any operation on groups could have.
    private static readonly FaultShape[] _forced = [FaultShape.SoapFault, FaultShape.TaskError, FaultShape.GroupError];

    /// <summary>
    /// Every fault of SMS in every shape in which some operation may raise it, or by force if none may; and each that
    /// has members once more without any, when what it says then is the same for every client.
    /// </summary>
    public static IReadOnlyList<FaultCase> All { get; } =
        [.. Contracts.Sms.DataTypes.Where(t => t.IsFault).OrderBy(t => t.Name, StringComparer.Ordinal).SelectMany(Of)];

    /// <summary>The name, unique among the cases.</summary>
    public string Name => $"{Fault.Name} {RuleShapes.Word(Shape)}{(Fields is null && FaultFields.Of(Fault) is not null ? " without members" : "")}";

    /// <summary>Whether it is the one of its fault that shows it best.</summary>
    public bool IsMain => this == All.Where(c => c.Fault == Fault).OrderByDescending(c => c.IsUsual).First();

    /// <summary>Whether the operation may not raise it.</summary>
    public bool IsIllegal => !FaultLegality.ShapesOf(Call.Operation, Fault).Contains(Shape);

    /// <summary>The rule.</summary>
    public JsonObject Rule
    {
        get
        {
            JsonObject rule = new()
            {
                ["match"] = new JsonObject { ["operation"] = Call.Operation.Name },
                ["do"] = new JsonObject { ["fault"] = Described(), ["as"] = RuleShapes.Word(Shape) },
            };
            if (IsIllegal)
            {
                rule["allowIllegal"] = true;
            }

            return rule;
        }
    }

    /// <summary>In which shapes some operation of SMS may raise a fault.</summary>
    public static IEnumerable<FaultShape> LegalShapes(DataTypeInfo fault) =>
        _shapes.Where(s => Contracts.Sms.Operations.Any(o => FaultLegality.ShapesOf(o, fault).Contains(s)));

    private static IEnumerable<FaultCase> Of(DataTypeInfo fault)
    {
        FaultShape[] legal = [.. LegalShapes(fault)];
        FaultCase[] cases = [.. (legal.Length > 0 ? legal : _forced).Select(s => new FaultCase(fault, s, CallFor(fault, s), FaultFields.Of(fault)))];
        return cases[0].Fields is null || fault.Name == "InvalidSession"
            ? cases
            : [.. cases, cases.OrderByDescending(c => c.IsUsual).First() with { Fields = null }];
    }

    private bool IsUsual => Shape == FaultLegality.AutoOf(Call.Operation, Fault, refusalsByTask: false);

    // An operation that declares the fault itself shows it better than one that may raise it because it is a runtime fault.
    private static FaultCall CallFor(DataTypeInfo fault, FaultShape shape) =>
        FaultCall.All.Where(c => FaultLegality.ShapesOf(c.Operation, fault).Contains(shape)).OrderByDescending(c => Declares(c, fault)).FirstOrDefault()
        ?? FaultCall.All[0];

    private static bool Declares(FaultCall call, DataTypeInfo fault) => call.Operation.Faults.Contains(fault);

    private JsonNode Described()
    {
        if (Fields is null)
        {
            return Fault.Name;
        }

        JsonObject described = new() { ["type"] = Fault.Name };
        foreach ((string name, JsonNode? value) in Fields)
        {
            described[name] = value?.DeepClone();
        }

        return described;
    }
}
