using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>Devices are in use.</summary>
[DataObject(Since = "6.5")]
public sealed partial class SmsResourceInUse : ResourceInUse
{
    public IReadOnlyList<DeviceId>? DeviceIds { get; init; }
}
