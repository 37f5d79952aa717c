using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Replication;

/// <summary>The devices that a test or a failover surfaces, and how clients are told of them.</summary>
internal static class RecoveredDevices
{
    /// <summary>The members with test copies: new ids at each test, since a stopped test's ids are dead.</summary>
    public static IReadOnlyList<GroupMember> ForTest(World world, ReplicationGroup group, int test)
    {
        string occasion = $"{group.Id}|test|{test}";
        return Surface(group, (member, i) => Device(world, member, $"rfc4122.{NewId(world, $"{occasion}|{i}")}", occasion));
    }

    /// <summary>The members as a failover surfaces them: the replicas themselves.</summary>
    public static IReadOnlyList<GroupMember> ForFailover(World world, ReplicationGroup group) =>
        Surface(group, (member, _) => Device(world, member, member.Replica!, $"{group.Id}|failover"));

    /// <summary>The members with nothing surfaced.</summary>
    public static IReadOnlyList<GroupMember> None(ReplicationGroup group) =>
        [.. group.Members.Select(m => m with { Recovered = null, Bound = false })];

    /// <summary>What a client is told of the surfaced members.</summary>
    public static IReadOnlyList<RecoveredMember> Describe(World world, ReplicationGroup group) =>
        [.. group.Members.Select(m => new RecoveredMember(
            m.Source,
            m.Replica,
            m.Recovered,
            m.Datastore,
            m.Recovered is VirtualMachineFilePath path ? Disks(path, m) : [],
            m.Recovered is null ? new NoValidReplica(new VVolId(m.Replica ?? "")) : null))];

    private static GroupMember[] Surface(ReplicationGroup group, Func<GroupMember, int, DeviceId> recover) =>
        [.. group.Members.Select((m, i) => m.Copied ? m with { Recovered = recover(m, i), Bound = false } : m)];

    private static Guid NewId(World world, string what) => DerivedId.Guid($"{world.Info.Seed}|{what}");

    // A machine that is recovered as a whole is a new one, of which its disks are told by their old keys.
    private static DeviceId Device(World world, GroupMember member, string id, string occasion) => member.Source switch
    {
        VirtualMachineFilePath source => Place(world.FindDatastore(member.Datastore), source, $"{Directory(member, id)}/{member.Vm}.vmx"),
        VirtualDiskKey disk => disk with { VmInstanceUuid = NewId(world, $"{occasion}|{disk.VmInstanceUuid}").ToString() },
        VVolId => new VVolId(id),
        _ => member.Source,
    };

    private static VirtualMachineFilePath Place(Datastore? datastore, VirtualMachineFilePath source, string path) =>
        source with { DatastoreUrl = datastore?.Url ?? "", VmxPath = $"[{datastore?.Name}] {path}" };

    private static string Directory(GroupMember member, string id) =>
        id == member.Replica ? member.Vm ?? id : $"{member.Vm}-{id[^12..]}";

    private static RecoveredDisk[] Disks(VirtualMachineFilePath path, GroupMember member)
    {
        string directory = path.VmxPath[..path.VmxPath.LastIndexOf('/')];
        return [.. member.Disks.Select(d => new RecoveredDisk(d.DeviceKey, path.DatastoreUrl, $"{directory}/{d.FileName}"))];
    }
}
