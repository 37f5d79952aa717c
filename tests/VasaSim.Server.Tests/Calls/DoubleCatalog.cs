using System.Text.Json.Nodes;
using VasaSim.Faults.Actions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Injection;

namespace VasaSim.Server.Tests.Calls;

/// <summary>What rules can name of the API of these tests. Its faults have one member, <c>args</c>.</summary>
internal sealed class DoubleCatalog(string face) : IFaceCatalog
{
    public string Face => face;

    public IReadOnlyList<CatalogOperation> Operations { get; } =
    [
        new("login", OperationKind.Session, false),
        new("sites", OperationKind.Query, false),
        new("sync", OperationKind.Task, true),
        new("crash", OperationKind.Query, false),
        new("wait", OperationKind.Query, false),
    ];

    public IReadOnlySet<string> Faults { get; } = new SortedSet<string>(StringComparer.Ordinal) { "NotFound", "PairBusy" };

    public IReadOnlyList<RuleProblem> ProblemsOf(string fault, JsonObject? fields) =>
        [.. (fields ?? []).Where(f => f.Key != "args").Select(f => new RuleProblem(f.Key, $"{fault} has no {f.Key}"))];

    public IReadOnlyList<FaultShape> ShapesOf(string operation, string fault) => (operation, fault) switch
    {
        ("sync", _) => [FaultShape.SoapFault, FaultShape.TaskError],
        ("sites", "NotFound") => [],
        _ => [FaultShape.SoapFault],
    };
}
