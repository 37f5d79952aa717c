namespace VasaSim.Core.Lab;

/// <summary>A machine of a vApp, or of a vCenter alone.</summary>
public sealed record CloudVmDefinition
{
    /// <summary>UUID in a vApp, empty: follows from the seed and the names; at a vCenter alone the managed object id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Name, unique in its vApp.</summary>
    public required string Name { get; init; }

    /// <summary>Description for people.</summary>
    public string Description { get; init; } = "";

    /// <summary>The guest's name for itself; null: the name.</summary>
    public string? ComputerName { get; init; }

    /// <summary>Whether it runs.</summary>
    public bool PoweredOn { get; init; } = true;

    /// <summary>What is written on each of its disks, in bytes.</summary>
    public required IReadOnlyList<long> Disks { get; init; }

    /// <summary>The datastore of a machine of a vCenter alone that no group of the lab has; null: the first of the site.</summary>
    public string? Datastore { get; init; }

    /// <summary>Bytes per second that it writes while it runs.</summary>
    public long ChangeRate { get; init; }
}
