namespace VasaSim.Vmodl.Sms;

/// <summary>A vendor and model that a provider supports.</summary>
[DataObject(Since = "1.0")]
public sealed partial class SupportedVendorModelMapping : DataObject
{
    public string? VendorId { get; init; }

    public string? ModelId { get; init; }
}
