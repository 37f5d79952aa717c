using System.Text.Json.Nodes;
using VasaSim.Faults.Actions;
using VasaSim.Faults.Rules;
using VasaSim.Vmodl;

namespace VasaSim.Server.Injection;

/// <summary>What rules can name of a service of the vSphere kind. The faults are those of all of them.</summary>
internal sealed class VmodlCatalog(string face, ServiceContract contract) : IFaceCatalog
{
    private static readonly SortedSet<string> _faults = new(FaultFactory.Types.Select(t => t.Name), StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Face => face;

    /// <inheritdoc/>
    public IReadOnlyList<CatalogOperation> Operations { get; } =
        [.. contract.Operations.Select(o => new CatalogOperation(o.Name, OperationKinds.Of(o), OperationKinds.HasGroupResults(o)))];

    /// <inheritdoc/>
    public IReadOnlySet<string> Faults => _faults;

    /// <inheritdoc/>
    public IReadOnlyList<RuleProblem> ProblemsOf(string fault, JsonObject? fields) => FaultFactory.ProblemsOf(FaultFactory.Find(fault)!, fields);

    /// <inheritdoc/>
    public IReadOnlyList<FaultShape> ShapesOf(string operation, string fault) =>
        FaultLegality.ShapesOf(contract.FindOperation(operation)!, FaultFactory.Find(fault)!);
}
