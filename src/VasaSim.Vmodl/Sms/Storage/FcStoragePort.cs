namespace VasaSim.Vmodl.Sms;

/// <summary>A Fibre Channel port.</summary>
[DataObject(Since = "2.0")]
public sealed partial class FcStoragePort : StoragePort
{
    public required string PortWwn { get; init; }

    public required string NodeWwn { get; init; }
}
