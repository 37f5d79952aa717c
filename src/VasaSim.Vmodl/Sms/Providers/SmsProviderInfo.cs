namespace VasaSim.Vmodl.Sms;

/// <summary>What every provider has.</summary>
[DataObject(Since = "2.0")]
public partial class SmsProviderInfo : DataObject
{
    /// <summary>The identity by which other methods name the provider.</summary>
    public required string Uid { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public string? Version { get; init; }
}
