namespace VasaSim.Core.Model;

/// <summary>
/// The key of a replication group: its fault domain and its device group. A device group id is unique only
/// within its fault domain, so neither half identifies a group alone.
/// </summary>
public readonly record struct GroupId(string FaultDomain, string DeviceGroup) : IComparable<GroupId>
{
    /// <summary>Orders by fault domain, then by device group, both ordinal.</summary>
    public int CompareTo(GroupId other)
    {
        int byDomain = string.CompareOrdinal(FaultDomain, other.FaultDomain);
        return byDomain != 0 ? byDomain : string.CompareOrdinal(DeviceGroup, other.DeviceGroup);
    }

    /// <summary>The form used in logs and as a storage key: <c>fd-a1/rg-01</c>.</summary>
    public override string ToString() => $"{FaultDomain}/{DeviceGroup}";

    /// <summary>Orders before.</summary>
    public static bool operator <(GroupId left, GroupId right) => left.CompareTo(right) < 0;

    /// <summary>Orders after.</summary>
    public static bool operator >(GroupId left, GroupId right) => left.CompareTo(right) > 0;

    /// <summary>Orders before or equal.</summary>
    public static bool operator <=(GroupId left, GroupId right) => left.CompareTo(right) <= 0;

    /// <summary>Orders after or equal.</summary>
    public static bool operator >=(GroupId left, GroupId right) => left.CompareTo(right) >= 0;
}
