using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using VasaSim.Tests.Support;

namespace VasaSim.Tests.Trying;

/// <summary>An authority that the simulator's certificate does not come from.</summary>
internal sealed class OtherAuthority : IDisposable
{
    private readonly TempDirectory _directory = new();

    public string Path => _directory.File("other.pem");

    public static OtherAuthority Create()
    {
        OtherAuthority ca = new();
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=Other", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        File.WriteAllText(ca.Path, certificate.ExportCertificatePem());
        return ca;
    }

    public void Dispose() => _directory.Dispose();
}
