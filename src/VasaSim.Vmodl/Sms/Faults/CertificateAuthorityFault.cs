namespace VasaSim.Vmodl.Sms;

/// <summary>The certificate authority refused or failed.</summary>
[DataObject(Since = "5.0")]
public sealed partial class CertificateAuthorityFault : ProviderRegistrationFault
{
    /// <summary>The code that the certificate authority gave.</summary>
    public required int FaultCode { get; init; }
}
