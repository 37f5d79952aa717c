using VasaSim.Core.Storage;

namespace VasaSim.Core.Cloud.Model;

/// <summary>
/// A virtual machine that can be replicated to another cloud site: one of a vApp of a cloud, or one of an on-premises
/// vCenter, which is then a <see cref="Core.Model.VirtualMachine"/> of the inventory too.
/// </summary>
public sealed record CloudMachine : Entity
{
    /// <summary>UUID in a cloud; the managed object id, such as <c>vm-101</c>, on-premises.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Description for people.</summary>
    public string Description { get; init; } = "";

    /// <summary>The guest's name for itself.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The cloud site it is at.</summary>
    public required string Site { get; init; }

    /// <summary>The vApp it is in; null on-premises.</summary>
    public string? Vapp { get; init; }

    /// <summary>Whether it runs. One that does not writes nothing, and is not replicated meanwhile.</summary>
    public bool PoweredOn { get; init; } = true;

    /// <summary>Its disks.</summary>
    public required IReadOnlyList<CloudDisk> Disks { get; init; }

    /// <summary>Bytes per second that it writes while it runs.</summary>
    public long ChangeRate { get; init; }

    /// <summary>Position in the inventory, for a stable order.</summary>
    public required long Ordinal { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => KeyOf(Site, Id);

    /// <summary>The key of a machine; managed object ids are unique only within their site.</summary>
    public static EntityKey KeyOf(string site, string id) => new(EntityKind.CloudMachine, $"{site}|{id}");
}

/// <summary>A virtual disk.</summary>
/// <param name="Key">Its device key, such as 2000.</param>
/// <param name="Bytes">What is written on it: what an initial sync transfers.</param>
public sealed record CloudDisk(int Key, long Bytes);
