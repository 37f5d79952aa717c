using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;

namespace VasaSim.Core.Recovery.Queries;

/// <summary>Where a machine goes at the recovery site: by its own settings, else by the mappings.</summary>
public sealed record RecoveryPlace
{
    /// <summary>The folder; null: nobody said, or the machine is in none.</summary>
    public string? Folder { get; init; }

    /// <summary>The resource pool; null: nobody said, or the machine is in none.</summary>
    public string? ResourcePool { get; init; }

    /// <summary>The network for each of the machine's that has one.</summary>
    public required IReadOnlyDictionary<string, string> Networks { get; init; }

    /// <summary>The ids of what the machine is in or uses and nobody said where it goes.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Where a machine goes.</summary>
    public static RecoveryPlace Of(World world, ProtectionGroup group, VirtualMachine machine, ProtectionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(settings);
        string? Mapped(MappingKind kind, string? source) =>
            source is null ? null : world.Recovery.FindMapping(kind, source, group.RecoverySite)?.Target;
        string? folder = settings.Folder ?? Mapped(MappingKind.Folder, machine.Folder);
        string? pool = settings.ResourcePool ?? Mapped(MappingKind.ResourcePool, machine.ResourcePool);
        Dictionary<string, string> networks = [];
        foreach (string network in machine.Networks)
        {
            if ((settings.Networks.GetValueOrDefault(network) ?? Mapped(MappingKind.Network, network)) is { } target)
            {
                networks[network] = target;
            }
        }

        return new()
        {
            Folder = folder,
            ResourcePool = pool,
            Networks = networks,
            Missing =
            [
                .. folder is null && machine.Folder is { } f ? [f] : Array.Empty<string>(),
                .. machine.Networks.Where(n => !networks.ContainsKey(n)),
                .. pool is null && machine.ResourcePool is { } p ? [p] : Array.Empty<string>(),
            ],
        };
    }

    /// <summary>Whether folder and resource pool are in different datacenters.</summary>
    public bool IsConflict(World world) =>
        Folder is { } folder && ResourcePool is { } pool
        && InventoryNames.Find(world, MappingKind.Folder, folder)?.Object.Datacenter is { } one
        && InventoryNames.Find(world, MappingKind.ResourcePool, pool)?.Object.Datacenter is { } other
        && one != other;
}
