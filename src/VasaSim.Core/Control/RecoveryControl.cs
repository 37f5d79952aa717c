using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;

namespace VasaSim.Core.Control;

/// <summary>What a tester does to machines and to their protection, behind the back of whoever protects them.</summary>
public static class RecoveryControl
{
    /// <summary>Deletes a machine of a site's inventory; of one that is replicated by itself, also what is replicated.</summary>
    public static void DeleteMachine(World world, VirtualMachine machine)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(machine);
        CloudMachine? replicated = world.Cloud.Sites
            .Where(s => s.Kind == CloudSiteKind.Vcenter && s.Site == machine.Site)
            .Select(s => world.Cloud.FindMachine(s.Id, machine.Id))
            .FirstOrDefault(m => m is not null);
        if (replicated is not null)
        {
            CloudInventory.Remove(world, replicated);
        }
        else
        {
            world.Remove(machine);
        }
    }

    /// <summary>Changes a machine of a site's inventory.</summary>
    /// <returns>The machine after the change.</returns>
    public static VirtualMachine SetMachine(World world, VirtualMachine machine, InventoryPatch patch)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(patch);
        VirtualMachine changed = machine with
        {
            Folder = patch.Folder ?? machine.Folder,
            ResourcePool = patch.ResourcePool ?? machine.ResourcePool,
            Networks = patch.Networks ?? machine.Networks,
            StoragePolicy = patch.StoragePolicy ?? machine.StoragePolicy,
            Datastore = patch.Datastore ?? machine.Datastore,
            UnreplicatedDisks = patch.UnreplicatedDisks ?? machine.UnreplicatedDisks,
        };
        world.Put(changed);
        return changed;
    }

    /// <summary>Deletes the placeholder of a protected machine; nothing happens where there is none.</summary>
    /// <returns>The fault when the group does not protect the machine; null when it is done.</returns>
    public static Fault? DeletePlaceholder(World world, string group, string machine)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (world.Recovery.FindProtection(group, machine) is not { } protection)
        {
            return new ProtectionNotFound(ProtectionThing.Machine, machine);
        }

        world.Put(protection with { Placeholder = null });
        return null;
    }

    /// <summary>Lets a group be read anew for a time.</summary>
    /// <returns>The group after the change.</returns>
    public static ProtectionGroup Load(World world, ProtectionGroup group, TimeSpan time)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(group);
        ProtectionGroup changed = group with { LoadedAt = world.Now + time };
        world.Put(changed);
        return changed;
    }
}

/// <summary>What to change of a machine of a site's inventory; null leaves it.</summary>
public sealed record InventoryPatch
{
    /// <summary>The folder.</summary>
    public string? Folder { get; init; }

    /// <summary>The resource pool.</summary>
    public string? ResourcePool { get; init; }

    /// <summary>The networks.</summary>
    public IReadOnlyList<string>? Networks { get; init; }

    /// <summary>The storage policy.</summary>
    public string? StoragePolicy { get; init; }

    /// <summary>The datastore of its files.</summary>
    public string? Datastore { get; init; }

    /// <summary>The labels of its disks that are on no replicated storage.</summary>
    public IReadOnlyList<string>? UnreplicatedDisks { get; init; }
}
