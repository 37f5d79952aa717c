using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Recovery;

/// <summary>The status of a machine of the group over rg-01, told once more from the entities alone, without the law's own parts.</summary>
internal static class NaiveStatus
{
    public static ProtectionStatus Of(World world, ProtectionGroup group, string machine, string name)
    {
        if (group.LoadedAt > world.Now)
        {
            return ProtectionStatus.Loading;
        }

        foreach (ProtectionTask task in world.Tasks.All.OfType<ProtectionTask>().Where(t => t.IsRunning && t.Refusal is null && t.Machine == machine))
        {
            return task.Operation == ProtectionOperation.Configure ? ProtectionStatus.ConfiguringProtection
                : task.Operation == ProtectionOperation.RestorePlaceholders ? ProtectionStatus.RestoringPlaceholder
                : ProtectionStatus.RemovingProtection;
        }

        VirtualMachine? vm = world.VirtualMachines.SingleOrDefault(m => m.Id == machine);
        if (world.Entities.OfType<MachineProtection>().SingleOrDefault(p => p.Machine == machine) is not { } protection)
        {
            return vm is null ? ProtectionStatus.MissingUnprotectedVm : ProtectionStatus.NotConfigured;
        }

        ReplicationGroup? source = world.Groups.SingleOrDefault(g => g.Id == TestWorld.Id("fd-a1/rg-01"));
        return vm is null || (source is not null && source.Members.All(m => m.Vm != name)) ? ProtectionStatus.Invalid
            : Place(world, vm, protection) ?? Storage(world, vm, name, source);
    }

    private static ProtectionStatus? Place(World world, VirtualMachine vm, MachineProtection protection)
    {
        string? folder = protection.Settings.Folder ?? Target(world, MappingKind.Folder, vm.Folder!);
        string? pool = protection.Settings.ResourcePool ?? Target(world, MappingKind.ResourcePool, vm.ResourcePool!);
        bool networks = vm.Networks.All(n => protection.Settings.Networks.ContainsKey(n) || Target(world, MappingKind.Network, n) is not null);
        return folder is null || pool is null || !networks ? ProtectionStatus.MissingMapping
            : folder == "folder-b2" ? ProtectionStatus.MappingConflict
            : protection.PlaceholderError is not null ? ProtectionStatus.PlaceholderCreationError
            : protection.Placeholder is null ? ProtectionStatus.PlaceholderVmDeleted
            : null;
    }

    private static ProtectionStatus Storage(World world, VirtualMachine vm, string name, ReplicationGroup? source)
    {
        if (vm.UnreplicatedDisks.Count > 0)
        {
            return ProtectionStatus.DeviceNotFound;
        }

        ReplicationGroup? target = world.Groups.SingleOrDefault(g => g.Id == TestWorld.Id("fd-b1/rg-01-t"));
        Provider provider = world.FindProvider(Inventory.B1)!;
        bool broken = source is not { State: ReplicationState.Source }
            || target is not { State: ReplicationState.Target }
            || provider.Status == ProviderStatus.Offline;
        bool lacking = provider.Busy
            || world.FindLink("fd-a1", "fd-b1") is { Up: false }
            || Target(world, MappingKind.StoragePolicy, vm.StoragePolicy!) is null
            || target?.Members.Any(m => m.Vm == name && !m.Copied) == true;
        return broken ? ProtectionStatus.VvolConfigurationError : lacking ? ProtectionStatus.VvolConfigurationWarning : ProtectionStatus.Ok;
    }

    private static string? Target(World world, MappingKind kind, string source) =>
        world.Entities.OfType<InventoryMapping>().SingleOrDefault(m => m.Kind == kind && m.Source == source && m.TargetSite == "B")?.Target;
}
