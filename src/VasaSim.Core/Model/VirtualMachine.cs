using VasaSim.Core.Storage;

namespace VasaSim.Core.Model;

/// <summary>A virtual machine of a site's inventory.</summary>
public sealed record VirtualMachine : Entity
{
    /// <summary>Managed object id, such as <c>vm-101</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name, such as <c>db01</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The site whose vCenter knows it.</summary>
    public required string Site { get; init; }

    /// <summary>The machine's instance UUID.</summary>
    public required string InstanceUuid { get; init; }

    /// <summary>The host it runs on.</summary>
    public required string Host { get; init; }

    /// <summary>The datastore that holds its files.</summary>
    public required string Datastore { get; init; }

    /// <summary>The folder it is in; null where its site has none.</summary>
    public string? Folder { get; init; }

    /// <summary>The resource pool it is in; null where its site has none.</summary>
    public string? ResourcePool { get; init; }

    /// <summary>The networks of its adapters.</summary>
    public IReadOnlyList<string> Networks { get; init; } = [];

    /// <summary>The storage policy of its home; null: none.</summary>
    public string? StoragePolicy { get; init; }

    /// <summary>The labels of its disks that are on no replicated storage, such as <c>Hard disk 3</c>.</summary>
    public IReadOnlyList<string> UnreplicatedDisks { get; init; } = [];

    /// <summary>Position in the lab, for a stable order.</summary>
    public required int Ordinal { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.VirtualMachine, Id);
}
