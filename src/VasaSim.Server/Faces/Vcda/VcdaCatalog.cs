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

    private static readonly SortedSet<string> _faults = new(VcdaOperations.All.SelectMany(o => o.Errors).Select(e => e.Name), StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Face => FaceNames.Vcda;

    /// <inheritdoc/>
    public IReadOnlyList<CatalogOperation> Operations { get; } = [.. VcdaOperations.All.Select(o => new CatalogOperation(o.Id, o.Kind, false))];

    /// <inheritdoc/>
    public IReadOnlySet<string> Faults => _faults;

    /// <inheritdoc/>
    public IReadOnlyList<RuleProblem> ProblemsOf(string fault, JsonObject? fields) =>
        [.. (fields ?? []).Select(f => new RuleProblem(f.Key, $"{fault} has no member of its own; give it a message"))];

    /// <inheritdoc/>
    public IReadOnlyList<FaultShape> ShapesOf(string operation, string fault) =>
        _operations[operation] is var known && known.Errors.All(e => e.Name != fault) ? []
        : known.Kind == OperationKind.Task ? [FaultShape.SoapFault, FaultShape.TaskError]
        : [FaultShape.SoapFault];
}
