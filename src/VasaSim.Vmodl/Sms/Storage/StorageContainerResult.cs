namespace VasaSim.Vmodl.Sms;

/// <summary>Storage containers and the providers that report them.</summary>
[DataObject(Since = "5.0")]
public sealed partial class StorageContainerResult : DataObject
{
    public IReadOnlyList<StorageContainer>? StorageContainer { get; init; }

    public IReadOnlyList<SmsProviderInfo>? ProviderInfo { get; init; }
}
