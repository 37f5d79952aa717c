using VasaSim.Core.Model;

namespace VasaSim.Server.Faces.Srm;

/// <summary>The ids of replication groups in paths: fault domain and device group with a colon between, or the latter alone.</summary>
internal static class VvolIds
{
    /// <summary>The id of a group.</summary>
    public static string Of(GroupId group) => $"{group.FaultDomain}:{group.DeviceGroup}";

    /// <summary>Whether an id is that of a group.</summary>
    public static bool IsOf(GroupId group, string id) => id == Of(group) || id == group.DeviceGroup;

    /// <summary>The group of a fault domain that an id names.</summary>
    public static GroupId GroupOf(string domain, string id) =>
        new(domain, id.StartsWith($"{domain}:", StringComparison.Ordinal) ? id[(domain.Length + 1)..] : id);
}
