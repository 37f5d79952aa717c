using System.Text.Json.Nodes;
using VasaSim.Faults.Actions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Vcda.Operations;
using VasaSim.Server.Injection;

namespace VasaSim.Server.Faces.Vcda;

/// <summary>What rules can name of the API for cloud replications: its operations, and the codes of its errors.</summary>
internal sealed class VcdaCatalog : IFaceCatalog
{
    private static readonly Dictionary<string, VcdaOperation> _operations = VcdaOperations.All.ToDictionary(o => o.Id, StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Face => FaceNames.Vcda;

    /// <inheritdoc/>
    public IReadOnlyList<CatalogOperation> Operations { get; } =
        [.. VcdaOperations.All.Select(o => new CatalogOperation(o.Id, o.Kind, o.Subject != Subject.None))];

    /// <inheritdoc/>
    public IReadOnlySet<string> Faults => AskedError.Codes;

    /// <summary>The codes are not all documented.</summary>
    public bool TakesOtherFaults => true;

    /// <inheritdoc/>
    public IReadOnlyList<RuleProblem> ProblemsOf(string fault, JsonObject? fields) =>
        [.. AskedError.ProblemsOf(fault, fields).Select(p => new RuleProblem(p.Member, $"{p.Detail} (it must be {p.Legal})"))];

    /// <inheritdoc/>
    public IReadOnlyList<FaultShape> ShapesOf(string operation, string fault) => _operations[operation] switch
    {
        { } known when Faults.Contains(fault) && known.AllErrors.All(e => e.Name != fault) => [],
        { Kind: OperationKind.Task } => [FaultShape.SoapFault, FaultShape.TaskError],
        _ => [FaultShape.SoapFault],
    };
}
