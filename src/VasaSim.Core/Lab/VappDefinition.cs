namespace VasaSim.Core.Lab;

/// <summary>A vApp of an organization.</summary>
public sealed record VappDefinition
{
    /// <summary>UUID; empty: follows from the seed and the names.</summary>
    public string Id { get; init; } = "";

    /// <summary>Name, unique in its organization.</summary>
    public required string Name { get; init; }

    /// <summary>Description for people.</summary>
    public string Description { get; init; } = "";

    /// <summary>The name of the virtual data center it is in.</summary>
    public required string Vdc { get; init; }

    /// <summary>Its machines.</summary>
    public IReadOnlyList<CloudVmDefinition> Vms { get; init; } = [];
}
