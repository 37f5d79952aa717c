using VasaSim.Core.Model;

namespace VasaSim.Core.Lab;

/// <summary>A device of a group of a new world, from which the members of both sides are made.</summary>
internal sealed record WorldBuilderDevice
{
    /// <summary>vSphere numbers the disks of a machine's first SCSI controller from here.</summary>
    private const int FirstDiskKey = 2000;

    public required WorldBuilderIds Ids { get; init; }

    /// <summary>The group's number in the lab, from 1.</summary>
    public required int Group { get; init; }

    /// <summary>The device's number in the group, from 1.</summary>
    public required int Number { get; init; }

    public required VirtualMachine Vm { get; init; }

    public required DeviceId Source { get; init; }

    public required bool Copyable { get; init; }

    public IReadOnlyList<MemberDisk> Disks { get; init; } = [];

    /// <summary>The devices of a group in member order; its machines are added to <paramref name="machines"/>.</summary>
    public static List<WorldBuilderDevice> Of(
        GroupDefinition group,
        int number,
        WorldBuilderPlaces places,
        WorldBuilderIds ids,
        List<VirtualMachine> machines)
    {
        List<WorldBuilderDevice> devices = [];
        for (int v = 0; v < group.Vms.Count; v++)
        {
            VmDefinition definition = group.Vms[v];
            Datastore datastore = places.DatastoreFor(definition.Datastore, group.SourceDomain);
            VirtualMachine vm = places.Place(new()
            {
                Id = definition.Id,
                Name = definition.Name,
                Site = places.SiteOf(group.SourceDomain),
                InstanceUuid = ids.InstanceUuid(number, v + 1),
                Host = WorldBuilderPlaces.HostFor(datastore, machines.Count),
                Datastore = datastore.Id,
                Folder = definition.Folder,
                ResourcePool = definition.ResourcePool,
                Networks = definition.Networks,
                StoragePolicy = definition.StoragePolicy,
                UnreplicatedDisks = definition.UnreplicatedDisks,
                Ordinal = machines.Count,
            });
            machines.Add(vm);
            for (int d = 0; d <= definition.Disks; d++)
            {
                devices.Add(new()
                {
                    Ids = ids,
                    Group = number,
                    Number = devices.Count + 1,
                    Vm = vm,
                    Source = SourceOf(definition, vm, d, datastore, ids.SourceVVol(number, devices.Count + 1)),
                    Copyable = d <= definition.Disks - definition.Uncopyable,
                    Disks = d == 0 && definition.Kind == DeviceKind.VirtualMachine ? DisksOf(definition) : [],
                });
            }
        }

        return devices;
    }

    /// <summary>The device as a member of the source group.</summary>
    public GroupMember AtSource(bool bound) => new()
    {
        Source = Source,
        Datastore = Vm.Datastore,
        Vm = Vm.Name,
        Bound = bound,
        Copyable = Copyable,
        Disks = Disks,
    };

    /// <summary>The device as a member of the target group with that index among the group's targets.</summary>
    public GroupMember AtTarget(TargetDefinition target, int index, Datastore datastore)
    {
        bool copied = Copyable && target.Established;
        DeviceId? recovered = copied ? RecoveredAt(target.State, index, datastore) : null;
        return new()
        {
            Source = Source,
            Replica = ReplicaAt(index),
            Datastore = datastore.Id,
            Vm = Vm.Name,
            Recovered = recovered,
            Bound = recovered is not null && target.TestCopiesBound,
            Copied = copied,
            Copyable = Copyable,
            Disks = Disks,
        };
    }

    // The first device of a machine is the machine itself or its configuration, the others are its disks.
    private static DeviceId SourceOf(
        VmDefinition definition, VirtualMachine vm, int device, Datastore datastore, string vvol) =>
        (definition.Kind, device) switch
        {
            (DeviceKind.VVol, _) => new VVolId(vvol),
            (_, 0) => new VirtualMachineFilePath(null, datastore.Url, $"{vm.Name}/{vm.Name}.vmx"),
            _ => new VirtualDiskKey(vm.InstanceUuid, FirstDiskKey + device - 1),
        };

    private static List<MemberDisk> DisksOf(VmDefinition definition) =>
    [
        .. Enumerable.Range(0, definition.Disks).Select(disk => new MemberDisk(
            FirstDiskKey + disk, disk == 0 ? $"{definition.Name}.vmdk" : $"{definition.Name}_{disk}.vmdk")),
    ];

    private string ReplicaAt(int target) => Source is VVolId
        ? Ids.ReplicaVVol(Group, target, Number)
        : Ids.Replica(Group, target, Number);

    // As the laws of failover and test do it: a failover keeps the replica's id as the volume's own, a test makes
    // copies with ids and directories of their own, and the keys of disks never change.
    private DeviceId? RecoveredAt(ReplicationState state, int target, Datastore datastore)
    {
        bool test = state == ReplicationState.InTest;
        if (!test && state != ReplicationState.FailedOver)
        {
            return null;
        }

        string copy = Ids.TestCopyVVol(Group, target, Number);
        string directory = test ? $"{Vm.Name}-{copy[^12..]}" : Vm.Name;
        return Source switch
        {
            VVolId => new VVolId(test ? copy : Ids.ReplicaVVol(Group, target, Number)),
            VirtualMachineFilePath path =>
                path with { DatastoreUrl = datastore.Url, VmxPath = $"{directory}/{Vm.Name}.vmx" },
            _ => Source,
        };
    }
}
