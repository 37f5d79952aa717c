using VasaSim.Core.Model;
using VasaSim.Core.Storage;

namespace VasaSim.Core.Recovery.Model;

/// <summary>That a machine is protected by a group. A member without one is not configured.</summary>
public sealed record MachineProtection : Entity
{
    /// <summary>The group.</summary>
    public required string Group { get; init; }

    /// <summary>The machine's id, which stays when the machine goes.</summary>
    public required string Machine { get; init; }

    /// <summary>The machine's name, which stays when the machine goes.</summary>
    public required string MachineName { get; init; }

    /// <summary>The replication groups that it was in when it was configured; none where others replicate it.</summary>
    public IReadOnlyList<GroupId> Groups { get; init; } = [];

    /// <summary>Where it goes instead of where the mappings say.</summary>
    public ProtectionSettings Settings { get; init; } = new();

    /// <summary>What stands for it at the recovery site; null: nothing does.</summary>
    public Placeholder? Placeholder { get; init; }

    /// <summary>Why there is no placeholder, in words; null: there is, or it was deleted.</summary>
    public string? PlaceholderError { get; init; }

    /// <summary>How often it was configured: what a caller has to know to do so again.</summary>
    public long Version { get; init; } = 1;

    /// <inheritdoc/>
    public override EntityKey Key => KeyOf(Group, Machine);

    /// <summary>The key of a protection.</summary>
    public static EntityKey KeyOf(string group, string machine) => new(EntityKind.MachineProtection, $"{group}|{machine}");
}

/// <summary>Where a machine goes at the recovery site; null leaves it to the mappings.</summary>
public sealed record ProtectionSettings
{
    /// <summary>The folder.</summary>
    public string? Folder { get; init; }

    /// <summary>The resource pool.</summary>
    public string? ResourcePool { get; init; }

    /// <summary>The host; null: any.</summary>
    public string? Host { get; init; }

    /// <summary>The network for one at the protected site; one that is not here is left to the mappings.</summary>
    public IReadOnlyDictionary<string, string> Networks { get; init; } = new Dictionary<string, string>();
}

/// <summary>What stands for a protected machine in the inventory of the recovery site.</summary>
/// <param name="Id">Managed object id.</param>
/// <param name="Datastore">The datastore that it is on.</param>
/// <param name="Folder">The folder that it is in; null where the machine is in none.</param>
/// <param name="ResourcePool">The resource pool that it is in; null where the machine is in none.</param>
public sealed record Placeholder(string Id, string Datastore, string? Folder, string? ResourcePool);
