namespace VasaSim.Core.Lab;

/// <summary>
/// The ids of devices in a new world: texts in the shape of a GUID that say what they name. The first twelve digits
/// come from the seed, the next four tell the role and the target, the rest the group and the device, both from 1:
/// <c>3f2a91c0-77be-5a00-0001-000000000002</c> is the second device of the lab's first group.
/// </summary>
internal sealed class WorldBuilderIds
{
    private const string VVol = "rfc4122.";

    private readonly string _prefix;

    public WorldBuilderIds(long seed)
    {
        string hash = DerivedId.Hex($"vasasim-lab {seed}");
        _prefix = $"{hash[..8]}-{hash[8..12]}";
    }

    public string SourceVVol(int group, int device) => VVol + Shape(0x5a, 0, group, device);

    public string Replica(int group, int target, int device) => Shape(0x7a, target, group, device);

    public string ReplicaVVol(int group, int target, int device) => VVol + Replica(group, target, device);

    public string TestCopyVVol(int group, int target, int device) => VVol + Shape(0x9a, target, group, device);

    public string InstanceUuid(int group, int vm) => Shape(0x1a, 0, group, vm);

    // Four digits hold the group's number in all but the largest labs; there its high half goes before the device's.
    private string Shape(byte role, int target, int group, int device) =>
        $"{_prefix}-{role:x2}{(byte)target:x2}-{(ushort)group:x4}-{group >> 16:x4}{device:x8}";
}
