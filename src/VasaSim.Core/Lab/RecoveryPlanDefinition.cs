using VasaSim.Core.Recovery.Plans.Model;

namespace VasaSim.Core.Lab;

/// <summary>A recovery plan of the lab.</summary>
public sealed record RecoveryPlanDefinition
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>The site whose machines are recovered.</summary>
    public required string From { get; init; }

    /// <summary>The site where they are recovered.</summary>
    public required string To { get; init; }

    /// <summary>The protection groups, by name.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The networks that tests use.</summary>
    public IReadOnlyList<TestNetwork> TestNetworks { get; init; } = [];

    /// <summary>The priorities of machines, 1 to 5, by id.</summary>
    public IReadOnlyDictionary<string, int> Priorities { get; init; } = new Dictionary<string, int>();
}
