using VasaSim.Faults.Decisions;

namespace VasaSim.Server.Injection;

/// <summary>What the world was like when rules were first asked about a call.</summary>
internal sealed record RecordedFacts
{
    /// <summary>The provider's site.</summary>
    public string? SiteName { get; init; }

    /// <summary>The provider.</summary>
    public string? ProviderId { get; init; }

    /// <summary>The provider's name.</summary>
    public string? NameOfProvider { get; init; }

    /// <summary>The groups of the call.</summary>
    public required IReadOnlyList<GroupFacts> KnownGroups { get; init; }

    /// <summary>The links that were down; all others were up.</summary>
    public required IReadOnlyList<(string A, string B)> LinksDown { get; init; }
}
