using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>The provider that is active for some fault domains.</summary>
[DataObject(Since = "6.5")]
public sealed partial class FaultDomainProviderMapping : DataObject
{
    [RefersTo("SmsProvider")]
    public required ManagedObjectReference ActiveProvider { get; init; }

    public IReadOnlyList<FaultDomainId>? FaultDomainId { get; init; }
}
