using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>The provider ran out of a resource it provisions from.</summary>
[DataObject(Since = "6.5")]
public sealed partial class ProviderOutOfProvisioningResource : MethodFault
{
    public required string ProvisioningResourceId { get; init; }

    public long? AvailableBefore { get; init; }

    public long? AvailableAfter { get; init; }

    public long? Total { get; init; }

    public bool? IsTransient { get; init; }
}
