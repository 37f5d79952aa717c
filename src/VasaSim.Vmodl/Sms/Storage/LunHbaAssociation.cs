using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>The adapters that see a LUN; used by no method.</summary>
[DataObject(Since = "2.0")]
public sealed partial class LunHbaAssociation : DataObject
{
    public required string CanonicalName { get; init; }

    public required IReadOnlyList<HostHostBusAdapter> Hba { get; init; }
}
