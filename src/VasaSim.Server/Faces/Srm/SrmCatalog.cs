using System.Text.Json.Nodes;
using VasaSim.Faults.Actions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Srm.Operations;
using VasaSim.Server.Injection;

namespace VasaSim.Server.Faces.Srm;

/// <summary>What rules can name of Site Recovery Manager: its operations, and the codes of its errors.</summary>
internal sealed class SrmCatalog : IFaceCatalog
{
    private static readonly Dictionary<string, SrmOperation> _operations = SrmOperations.All.ToDictionary(o => o.Id, StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Face => FaceNames.Srm;

    /// <inheritdoc/>
    public IReadOnlyList<CatalogOperation> Operations { get; } = [.. SrmOperations.All.Select(o => new CatalogOperation(o.Id, o.Kind, o.NamesGroups))];

    /// <inheritdoc/>
    public IReadOnlySet<string> Faults => AskedFault.Codes;

    /// <summary>Of the product's codes almost none are published.</summary>
    public bool TakesOtherFaults => true;

    /// <inheritdoc/>
    public IReadOnlyList<RuleProblem> ProblemsOf(string fault, JsonObject? fields) =>
        [.. AskedFault.ProblemsOf(fault, fields).Select(p => new RuleProblem(p.Member, p.Detail))];

    /// <inheritdoc/>
    public bool Takes(string operation, RuleAction action) =>
        (action.Peer is null || !_operations[operation].Anonymous)
        && (action.ProtectionStatus is null || _operations[operation].TellsStatuses);

    /// <inheritdoc/>
    public IReadOnlyList<FaultShape> ShapesOf(string operation, string fault) => _operations[operation] switch
    {
        { NamesSomething: false } when fault == SrmFault.NotFound.Name => [],
        { Status: 202, Handler: not null } => [FaultShape.SoapFault, FaultShape.TaskError],
        _ => [FaultShape.SoapFault],
    };
}
