namespace VasaSim.Vmodl.Sms;

/// <summary>What the service says about itself.</summary>
[DataObject(Since = "2.0")]
public sealed partial class SmsAboutInfo : DataObject
{
    public required string Name { get; init; }

    public required string FullName { get; init; }

    public required string Vendor { get; init; }

    public required string ApiVersion { get; init; }

    public required string InstanceUuid { get; init; }

    [Property(Since = "4.0")]
    public string? VasaApiVersion { get; init; }
}
