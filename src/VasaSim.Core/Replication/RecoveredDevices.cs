using System.Security.Cryptography;
using System.Text;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Replication;

/// <summary>The devices that a test or a failover surfaces, and how clients are told of them.</summary>
internal static class RecoveredDevices
{
    /// <summary>The members with test copies: new ids at each test, since a stopped test's ids are dead.</summary>
    public static IReadOnlyList<GroupMember> ForTest(World world, ReplicationGroup group, int test) =>
        Surface(group, (member, i) => TestCopy(world, group.Id, member, test, i));

    /// <summary>The members as a failover surfaces them: the replicas themselves.</summary>
    public static IReadOnlyList<GroupMember> ForFailover(World world, ReplicationGroup group) =>
        Surface(group, (member, _) => Device(world, member, member.Replica!));

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

    private static DeviceId TestCopy(World world, GroupId group, GroupMember member, int test, int index)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{world.Info.Seed}|{group}|test|{test}|{index}"), hash);
        return Device(world, member, $"rfc4122.{new Guid(hash[..16])}");
    }

    private static DeviceId Device(World world, GroupMember member, string id) => member.Source switch
    {
        VirtualMachineFilePath source => source with
        {
            DatastoreUrl = world.FindDatastore(member.Datastore)?.Url ?? "",
            VmxPath = $"{Directory(member, id)}/{member.Vm}.vmx",
        },
        VVolId => new VVolId(id),
        _ => member.Source,
    };

    private static string Directory(GroupMember member, string id) =>
        id == member.Replica ? member.Vm ?? id : $"{member.Vm}-{id[^12..]}";

    private static RecoveredDisk[] Disks(VirtualMachineFilePath path, GroupMember member)
    {
        string directory = path.VmxPath[..path.VmxPath.LastIndexOf('/')];
        return [.. member.Disks.Select(d => new RecoveredDisk(d.DeviceKey, path.DatastoreUrl, $"{directory}/{d.FileName}"))];
    }
}
