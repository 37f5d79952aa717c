namespace VasaSim.Vmodl.Sms;

/// <summary>An iSCSI port.</summary>
[DataObject(Since = "2.0")]
public sealed partial class IscsiStoragePort : StoragePort
{
    /// <summary>An IQN or EUI.</summary>
    public required string Identifier { get; init; }
}
