using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>Certificates of some providers could not be refreshed.</summary>
[DataObject(Since = "5.0")]
public sealed partial class CertificateRefreshFailed : MethodFault
{
    public IReadOnlyList<string>? ProviderId { get; init; }
}
