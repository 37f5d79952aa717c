namespace VasaSim.Vmodl.Sms;

/// <summary>A provider to register; the derived type is used.</summary>
[DataObject(Since = "2.0")]
public partial class SmsProviderSpec : DataObject
{
    /// <summary>At most 275 characters.</summary>
    public required string Name { get; init; }

    public string? Description { get; init; }
}
