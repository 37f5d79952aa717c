using VasaSim.Core.Storage;

namespace VasaSim.Core.Model;

/// <summary>A storage array with what is built into it. Its LUNs are entities of their own, since they fill up.</summary>
public sealed record StorageArray : Entity
{
    /// <summary>Unique id, such as <c>com.sim.array:a1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Vendor.</summary>
    public required string Vendor { get; init; }

    /// <summary>Model.</summary>
    public required string Model { get; init; }

    /// <summary>Version of its firmware.</summary>
    public string? Firmware { get; init; }

    /// <summary>Other names.</summary>
    public IReadOnlyList<string> AlternateNames { get; init; } = [];

    /// <summary>How it offers block devices: <c>fc</c>, <c>iscsi</c>, <c>fcoe</c>, <c>otherBlock</c>.</summary>
    public IReadOnlyList<string> BlockInterfaces { get; init; } = [];

    /// <summary>How it offers file systems: <c>nfs</c>, <c>otherFileSystem</c>.</summary>
    public IReadOnlyList<string> FileSystemInterfaces { get; init; } = [];

    /// <summary>The VASA profiles that it supports, such as <c>blockDevice</c>.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>Where hosts find its NVMe subsystems.</summary>
    public IReadOnlyList<DiscoveryService> DiscoveryServices { get; init; } = [];

    /// <summary>Processors with their ports.</summary>
    public IReadOnlyList<StorageProcessor> Processors { get; init; } = [];

    /// <summary>Pools that LUNs and file systems take their space from.</summary>
    public IReadOnlyList<BackingStoragePool> Pools { get; init; } = [];

    /// <summary>File systems.</summary>
    public IReadOnlyList<StorageFileSystem> FileSystems { get; init; } = [];

    /// <summary>Position in the lab, for a stable order.</summary>
    public required int Ordinal { get; init; }

    /// <summary>All ports, processor by processor.</summary>
    public IEnumerable<StoragePort> Ports => Processors.SelectMany(p => p.Ports);

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.StorageArray, Id);
}

/// <summary>An NVMe over Fabrics discovery service.</summary>
/// <param name="PortType">The transport, such as <c>nvmeTcp</c>.</param>
/// <param name="Nqn">The qualified name of the subsystem.</param>
/// <param name="IpAddress">Its address.</param>
/// <param name="Port">Its port.</param>
public sealed record DiscoveryService(string PortType, string Nqn, string IpAddress, int? Port);

/// <summary>A storage processor.</summary>
public sealed record StorageProcessor(string Id, IReadOnlyList<StoragePort> Ports);

/// <summary>A port.</summary>
/// <param name="Id">Unique id within the array.</param>
/// <param name="Kind">How hosts reach it.</param>
/// <param name="Name">World wide name of the port; for iSCSI its IQN or EUI.</param>
/// <param name="NodeName">World wide name of the node; null for iSCSI.</param>
public sealed record StoragePort(string Id, PortKind Kind, string Name, string? NodeName);

/// <summary>How hosts reach a port.</summary>
public enum PortKind
{
    /// <summary>Fibre Channel.</summary>
    Fc,

    /// <summary>Fibre Channel over Ethernet.</summary>
    Fcoe,

    /// <summary>iSCSI.</summary>
    Iscsi,
}

/// <summary>A pool that space is taken from.</summary>
/// <param name="Id">Unique id.</param>
/// <param name="Kind">What it saves space by.</param>
/// <param name="CapacityInMB">Size in MiB.</param>
/// <param name="UsedInMB">What is used of it, in MiB.</param>
public sealed record BackingStoragePool(string Id, PoolKind Kind, long CapacityInMB, long UsedInMB);

/// <summary>What a pool saves space by.</summary>
public enum PoolKind
{
    /// <summary>Thin provisioning.</summary>
    Thin,

    /// <summary>Deduplication.</summary>
    Deduplication,

    /// <summary>Both.</summary>
    Combined,
}

/// <summary>A file system that an array exports.</summary>
public sealed record StorageFileSystem
{
    /// <summary>Unique id.</summary>
    public required string Id { get; init; }

    /// <summary>Host name of the file server.</summary>
    public required string Server { get; init; }

    /// <summary>The exported path.</summary>
    public required string Path { get; init; }

    /// <summary>The file server's address.</summary>
    public string? IpAddress { get; init; }

    /// <summary>Whether the array can make snapshots of it.</summary>
    public bool SnapshotsSupported { get; init; }

    /// <summary>The pool that its space comes from.</summary>
    public string? Pool { get; init; }

    /// <summary>The datastore on it.</summary>
    public string? Datastore { get; init; }
}
