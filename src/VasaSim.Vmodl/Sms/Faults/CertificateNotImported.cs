namespace VasaSim.Vmodl.Sms;

/// <summary>The root of the provider's certificate is not among the trusted ones.</summary>
[DataObject(Since = "5.0")]
public sealed partial class CertificateNotImported : ProviderRegistrationFault;
