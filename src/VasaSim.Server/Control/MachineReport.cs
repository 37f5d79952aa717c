using VasaSim.Core;
using VasaSim.Core.Model;

namespace VasaSim.Server.Control;

/// <summary>A machine of a site's vCenter. What it is in and uses is told by id.</summary>
public sealed record MachineReport
{
    /// <summary>Managed object id, such as <c>vm-101</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>The site whose vCenter knows it.</summary>
    public required string Site { get; init; }

    /// <summary>The host it runs on.</summary>
    public required string Host { get; init; }

    /// <summary>The datastore that holds its files.</summary>
    public required string Datastore { get; init; }

    /// <summary>The folder; null where its site has none.</summary>
    public required string? Folder { get; init; }

    /// <summary>The resource pool; null where its site has none.</summary>
    public required string? ResourcePool { get; init; }

    /// <summary>The networks of its adapters.</summary>
    public required IReadOnlyList<string> Networks { get; init; }

    /// <summary>The storage policy of its home, or null.</summary>
    public required string? StoragePolicy { get; init; }

    /// <summary>The labels of its disks that are on no replicated storage.</summary>
    public required IReadOnlyList<string> UnreplicatedDisks { get; init; }

    /// <summary>The names of the protection groups that protect it.</summary>
    public required IReadOnlyList<string> ProtectionGroups { get; init; }

    internal static MachineReport Of(World world, VirtualMachine machine) => Of(machine, Protecting(world));

    internal static MachineReport Of(VirtualMachine machine, ILookup<string, string> protecting) => new()
    {
        Id = machine.Id,
        Name = machine.Name,
        Site = machine.Site,
        Host = machine.Host,
        Datastore = machine.Datastore,
        Folder = machine.Folder,
        ResourcePool = machine.ResourcePool,
        Networks = machine.Networks,
        StoragePolicy = machine.StoragePolicy,
        UnreplicatedDisks = machine.UnreplicatedDisks,
        ProtectionGroups = [.. protecting[machine.Id]],
    };

    /// <summary>The names of the groups that protect machines, by the machine's id.</summary>
    internal static ILookup<string, string> Protecting(World world) => world.Recovery.Groups
        .SelectMany(g => world.Recovery.ProtectionsOf(g.Id).Select(p => (p.Machine, g.Name)))
        .ToLookup(p => p.Machine, p => p.Name, StringComparer.Ordinal);
}

/// <summary>The machines of vCenters in lab order.</summary>
public sealed record MachineList(IReadOnlyList<MachineReport> Machines);
