using VasaSim.Vmodl.Vim;

namespace VasaSim.Trying;

/// <summary>The identity of a group, written as <c>fd-b1/rg-01-t</c>.</summary>
internal sealed record GroupKey(string FaultDomain, string DeviceGroup)
{
    public static GroupKey Of(ReplicationGroupId id) => new(id.FaultDomainId.Id, id.DeviceGroupId.Id);

    public ReplicationGroupId ToWire() => new()
    {
        FaultDomainId = new FaultDomainId { Id = FaultDomain },
        DeviceGroupId = new DeviceGroupId { Id = DeviceGroup },
    };

    /// <summary>Whether a user means this group by a name: with its fault domain, or the device group alone.</summary>
    public bool IsNamed(string name) => name == DeviceGroup || name == ToString();

    public override string ToString() => $"{FaultDomain}/{DeviceGroup}";
}
