using VasaSim.Core;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Translation;

/// <summary>Says protection groups and their machines in the API's words. Used in turns on the world.</summary>
internal sealed class GroupTranslation(World world, SrmScope scope)
{
    private readonly DrIds _ids = new(scope);

    /// <summary>A group as it is told.</summary>
    public ProtectionGroupInfo Group(DescribedGroup described)
    {
        ProtectionGroup group = described.Group;
        return new ProtectionGroupInfo
        {
            Id = _ids.Group(group.Id),
            ProtectedSiteName = group.ProtectedSite,
            RecoverySiteName = group.RecoverySite,
            ProtectedVcGuid = scope.VcenterIdOf(_ids.SiteNamed(group.ProtectedSite)),
            RecoveryVcGuid = scope.VcenterIdOf(_ids.SiteNamed(group.RecoverySite)),
            Name = group.Name,
            Description = group.Description,
            Location = _ids.Folder(group.Folder),
            LocationName = FolderTree.NameOf(world, group.Folder),
            TotalVms = described.Members.Count,
            ReplicationType = group.Members.Kind,
            RecoveryStatus = described.Recovery,
            Status = described.Status,
            ArrayPair = described.ArrayPair is { } pair ? _ids.ArrayPair(pair) : null,
            DomainId = described.FaultDomain,
        };
    }

    /// <summary>A machine as it is told.</summary>
    /// <param name="group">Its group.</param>
    /// <param name="member">The machine.</param>
    /// <param name="withPlace">Whether it is known where it goes.</param>
    public ProtectionGroupVmInfo Machine(ProtectionGroup group, DescribedMember member, bool withPlace) => new()
    {
        Id = MachineId(group, member.Machine),
        Name = member.Machine.Name,
        Template = false,
        InsideVapp = false,
        ProtectionInfo = withPlace ? Place(group, member) : null,
        ProtectionStatusDetails = new(member.Status.Status, member.Status.Errors),
        VvolReplicationGroupData = group.Members.Kind != ReplicationKind.Vvol ? null
            : [.. member.Machine.Groups.Select(id => new ExtendedVvolReplicationGroupData(id.FaultDomain, id.DeviceGroup, world.FindGroup(id)?.Name))],
    };

    /// <summary>What is wrong with the machines of a group, as issues of that.</summary>
    public IEnumerable<IssueInfo> Issues(ProtectionGroup group) => RecoveryQueries.Issues(world, group).Select(i => new IssueInfo(
        _ids.Group(group.Id),
        group.Name,
        $"{i.Machine.Name}: {i.Description}",
        world.Now.ToUnixTimeMilliseconds(),
        i.IsError ? IssueStatus.Error : IssueStatus.Warning,
        IssueType.ProtectionGroup));

    /// <summary>Where a machine goes, as it can be changed.</summary>
    public VmProtectionSettings Settings(ProtectionGroup group, DescribedMember member)
    {
        VirtualMachine? machine = member.Machine.Machine;
        MachineProtection? protection = member.Machine.Protection;
        ProtectionSettings own = protection?.Settings ?? new();
        return new VmProtectionSettings
        {
            PlaceholderNeedsRepair = protection is { Placeholder: null },
            Location = new VmLocationData
            {
                Name = member.Machine.Name,
                ProtectedSite = group.ProtectedSite,
                ProductionVmPath = machine is null ? null : PathOf(machine.Datastore, group.ProtectedSite, machine.Name, $"{machine.Name}.vmx"),
                RecoverySite = group.RecoverySite,
                PlaceholderVmPath = protection?.Placeholder is { } there
                    ? PathOf(there.Datastore, group.RecoverySite, member.Machine.Name, $"{member.Machine.Name}.vmx")
                    : null,
                PlaceholderVm = protection?.Placeholder is { } placeholder ? _ids.InVcenter(DrIds.MachineType, placeholder.Id, group.RecoverySite) : null,
            },
            Devices = machine is null ? null : [.. DevicesOf(group, member.Machine, machine)],
            Networks = machine is null ? null : [.. machine.Networks.Select((n, i) => NetworkAt(group, member, own, n, i))],
            Folder = LocationOf(group, MappingKind.Folder, machine?.Folder, member.Place?.Folder, own.Folder is null),
            ResourcePool = LocationOf(group, MappingKind.ResourcePool, machine?.ResourcePool, member.Place?.ResourcePool, own.ResourcePool is null),
            Host = machine is null ? null : new VmProtectionLocation
            {
                Editable = true,
                Source = _ids.InVcenter(DrIds.HostType, machine.Host, group.ProtectedSite),
                SourceName = world.FindHost(machine.Host)?.Name ?? machine.Host,
                Target = own.Host is { } host ? _ids.InVcenter(DrIds.HostType, host, group.RecoverySite) : null,
                TargetName = own.Host is { } named ? world.FindHost(named)?.Name ?? named : null,
            },
            ChangeVersion = protection?.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    /// <summary>The id of a member.</summary>
    public string MachineId(ProtectionGroup group, ProtectedMachine machine) => _ids.InVcenter(DrIds.MachineType, machine.Id, group.ProtectedSite);

    private VmProtectionSettingsSummary Place(ProtectionGroup group, DescribedMember member) => new(
        At(group, MappingKind.Folder, member.Place?.Folder),
        At(group, MappingKind.ResourcePool, member.Place?.ResourcePool),
        member.Machine.Protection?.Settings.Host is { } host
            ? new VcenterObject(_ids.InVcenter(DrIds.HostType, host, group.RecoverySite), world.FindHost(host)?.Name)
            : null,
        member.Place is { } place
            ? [.. place.Networks.Values.Select(n => new VcenterNetwork(_ids.InVcenter(MappingKind.Network, n, group.RecoverySite), InventoryNames.Of(world, n), NetworkType.Network))]
            : null,
        // Whoever replicates them here moves no running machine.
        null);

    private VcenterObject? At(ProtectionGroup group, MappingKind kind, string? id) =>
        id is null ? null : new VcenterObject(_ids.InVcenter(kind, id, group.RecoverySite), InventoryNames.Of(world, id));

    private VmProtectionLocation? LocationOf(ProtectionGroup group, MappingKind kind, string? source, string? target, bool mapped) => source is null ? null : new VmProtectionLocation
    {
        Editable = true,
        Source = _ids.InVcenter(kind, source, group.ProtectedSite),
        SourceName = InventoryNames.Of(world, source),
        Target = target is null ? null : _ids.InVcenter(kind, target, group.RecoverySite),
        TargetName = target is null ? null : InventoryNames.Of(world, target),
        IsInventoryMappedTarget = mapped && target is not null,
        SourceHasInventoryMapping = world.Recovery.FindMapping(kind, source, group.RecoverySite) is not null,
    };

    private VmProtectionNetwork NetworkAt(ProtectionGroup group, DescribedMember member, ProtectionSettings own, string network, int index)
    {
        VmProtectionLocation location = LocationOf(
            group, MappingKind.Network, network, member.Place?.Networks.GetValueOrDefault(network), !own.Networks.ContainsKey(network))!;
        return new VmProtectionNetwork
        {
            Editable = location.Editable,
            Source = location.Source,
            SourceName = location.SourceName,
            Target = location.Target,
            TargetName = location.TargetName,
            IsInventoryMappedTarget = location.IsInventoryMappedTarget,
            SourceHasInventoryMapping = location.SourceHasInventoryMapping,
            Index = index,
            Key = DeviceKeys.Network(index),
        };
    }

    // Of machines that others than virtual volumes replicate only the disks that are not replicated are known one by one.
    private IEnumerable<VmProtectionDevice> DevicesOf(ProtectionGroup group, ProtectedMachine member, VirtualMachine machine)
    {
        foreach (MemberDisk disk in member.Groups.Select(world.FindGroup).OfType<ReplicationGroup>()
            .SelectMany(g => g.Members).Where(m => m.Vm == member.Name).SelectMany(m => m.Disks).OrderBy(d => d.DeviceKey))
        {
            yield return Disk(group, machine, disk.DeviceKey, DeviceKeys.LabelOf(disk.DeviceKey), disk.FileName, true);
        }

        foreach (string label in machine.UnreplicatedDisks)
        {
            yield return Disk(group, machine, DeviceKeys.OfLabel(label), label, $"{machine.Name}.vmdk", false);
        }
    }

    private VmProtectionDevice Disk(ProtectionGroup group, VirtualMachine machine, int key, string label, string file, bool replicated) => new()
    {
        Key = key,
        Type = DeviceType.HardDrive,
        Backing = DeviceBacking.File,
        Label = label,
        ProductionPath = PathOf(machine.Datastore, group.ProtectedSite, machine.Name, file),
        ProductionDatastores = [_ids.InVcenter(DrIds.DatastoreType, machine.Datastore, group.ProtectedSite)],
        Replicated = replicated,
    };

    private FriendlyDatastorePathData PathOf(string datastore, string site, string directory, string file)
    {
        string name = world.FindDatastore(datastore)?.Name ?? datastore;
        return new(_ids.InVcenter(DrIds.DatastoreType, datastore, site), name, directory, file, $"[{name}] {directory}/{file}");
    }
}
