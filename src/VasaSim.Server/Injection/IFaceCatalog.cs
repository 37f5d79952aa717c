using System.Text.Json.Nodes;
using VasaSim.Faults.Actions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Calls;

namespace VasaSim.Server.Injection;

/// <summary>What one API has that rules can name. Immutable.</summary>
public interface IFaceCatalog
{
    /// <summary>The API, one of <see cref="FaceNames"/>.</summary>
    string Face { get; }

    /// <summary>Its operations, each name once.</summary>
    IReadOnlyList<CatalogOperation> Operations { get; }

    /// <summary>The names of its faults, in the order in which messages look for one that was meant.</summary>
    IReadOnlySet<string> Faults { get; }

    /// <summary>Whether rules for this API alone may raise faults of other names.</summary>
    bool TakesOtherFaults => false;

    /// <summary>What is wrong with the members that a rule gives a fault, with paths from the fault; null: none are given.</summary>
    IReadOnlyList<RuleProblem> ProblemsOf(string fault, JsonObject? fields);

    /// <summary>Whether an operation can have something happen to it that not all APIs know.</summary>
    bool Takes(string operation, RuleAction action) => action is { Peer: null, ProtectionStatus: null };

    /// <summary>The shapes in which an operation may raise a fault; none: it may not. Both are of this API.</summary>
    IReadOnlyList<FaultShape> ShapesOf(string operation, string fault);
}
