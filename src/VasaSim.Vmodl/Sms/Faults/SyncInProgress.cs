namespace VasaSim.Vmodl.Sms;

/// <summary>The provider is being synchronised already.</summary>
[DataObject(Since = "1.0")]
public sealed partial class SyncInProgress : ProviderSyncFailed;
