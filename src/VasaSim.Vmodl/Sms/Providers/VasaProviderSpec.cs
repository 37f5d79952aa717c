namespace VasaSim.Vmodl.Sms;

/// <summary>A VASA provider to register.</summary>
[DataObject(Since = "2.0")]
public sealed partial class VasaProviderSpec : SmsProviderSpec
{
    /// <summary>At most 255 characters.</summary>
    public required string Username { get; init; }

    /// <summary>At most 255 characters.</summary>
    [Secret]
    public required string Password { get; init; }

    public required string Url { get; init; }

    /// <summary>The certificate (PEM) that the client trusts; set when it confirms one.</summary>
    public string? Certificate { get; init; }
}
