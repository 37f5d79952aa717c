using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>A fault domain with what its provider tells about it.</summary>
[DataObject(Since = "6.5")]
public sealed partial class FaultDomainInfo : FaultDomainId
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    /// <summary>The array whose active provider manages the fault domain.</summary>
    public string? StorageArrayId { get; init; }

    /// <summary>Plain ids; nesting is not supported.</summary>
    public IReadOnlyList<FaultDomainId>? Children { get; init; }

    /// <summary>The provider that manages the fault domain now.</summary>
    [RefersTo("SmsProvider")]
    public ManagedObjectReference? Provider { get; init; }
}
