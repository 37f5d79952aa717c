namespace VasaSim.Vmodl.Sms;

/// <summary>The client has to confirm the provider's certificate before it is trusted.</summary>
[DataObject(Since = "2.0")]
public sealed partial class CertificateNotTrusted : ProviderRegistrationFault
{
    /// <summary>The certificate to confirm, as PEM.</summary>
    public required string Certificate { get; init; }
}
