using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>The provider's certificate could not be revoked.</summary>
[DataObject(Since = "5.0")]
public sealed partial class CertificateRevocationFailed : MethodFault;
