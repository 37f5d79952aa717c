namespace VasaSim.Vmodl.Sms;

/// <summary>
/// The provider's certificate is empty, malformed, expired, not yet valid, revoked or made for another host.
/// </summary>
[DataObject(Since = "4.0")]
public sealed partial class InvalidCertificate : ProviderRegistrationFault
{
    public required string Certificate { get; init; }
}
