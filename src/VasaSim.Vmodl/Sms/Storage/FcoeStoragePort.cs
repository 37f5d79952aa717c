namespace VasaSim.Vmodl.Sms;

/// <summary>A Fibre Channel over Ethernet port.</summary>
[DataObject(Since = "2.0")]
public sealed partial class FcoeStoragePort : StoragePort
{
    public required string PortWwn { get; init; }

    public required string NodeWwn { get; init; }
}
