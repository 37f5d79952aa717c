using VasaSim.Faults.Decisions;
using VasaSim.Server.Calls;

namespace VasaSim.Server.Injection;

/// <summary>What the world was like when rules were first asked about a call.</summary>
internal sealed record RecordedFacts
{
    /// <summary>Where the call was served.</summary>
    public required CallPlace Place { get; init; }

    /// <summary>The groups of the call.</summary>
    public required IReadOnlyList<GroupFacts> KnownGroups { get; init; }

    /// <summary>The links that were down; all others were up.</summary>
    public required IReadOnlyList<(string A, string B)> LinksDown { get; init; }
}
