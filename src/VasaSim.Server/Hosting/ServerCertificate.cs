using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace VasaSim.Server.Hosting;

/// <summary>
/// The certificate of the product port and the local CA it comes from. Both are made at the first start and kept
/// beside the world, so that a client that trusts the CA once trusts every later start; a world in memory has a CA
/// of its own, in a directory for temporary files that goes with it.
/// </summary>
internal sealed class ServerCertificate : IDisposable
{
    private const string CaFile = "ca.pem";
    private const string CaKeyFile = "ca.key";
    private const string ServerFile = "server.pem";
    private const string ServerKeyFile = "server.key";

    // The names that clients reach a local simulator by, and those that the default lab speaks of.
    private static readonly string[] _names = ["localhost", "*.sim.local", Environment.MachineName.ToLowerInvariant()];

    private readonly string? _temporary;

    private ServerCertificate(X509Certificate2 certificate, string caPath, string? temporary) =>
        (Certificate, CaPath, _temporary) = (certificate, caPath, temporary);

    public X509Certificate2 Certificate { get; }

    public string CaPath { get; }

    public static ServerCertificate LoadOrCreate(string? dataDirectory, TimeProvider time)
    {
        string? temporary = dataDirectory is null ? Directory.CreateTempSubdirectory("vasasim-").FullName : null;
        string directory = dataDirectory ?? temporary!;
        DateTimeOffset now = time.GetUtcNow();
        string caPath = Path.Combine(directory, CaFile);
        if (Load(directory, now) is { } certificate)
        {
            return new ServerCertificate(certificate, caPath, temporary);
        }

        using X509Certificate2 ca = LoadCa(directory, now) ?? CreateCa(directory, now);
        return new ServerCertificate(CreateServer(directory, ca, now), caPath, temporary);
    }

    public void Dispose()
    {
        Certificate.Dispose();
        if (_temporary is not null)
        {
            Directory.Delete(_temporary, recursive: true);
        }
    }

    private static X509Certificate2? Load(string directory, DateTimeOffset now) => LoadPair(directory, ServerFile, ServerKeyFile, now);

    private static X509Certificate2? LoadCa(string directory, DateTimeOffset now) => LoadPair(directory, CaFile, CaKeyFile, now);

    private static X509Certificate2? LoadPair(string directory, string file, string keyFile, DateTimeOffset now)
    {
        string path = Path.Combine(directory, file);
        string keyPath = Path.Combine(directory, keyFile);
        if (!File.Exists(path) || !File.Exists(keyPath))
        {
            return null;
        }

        X509Certificate2 certificate = X509Certificate2.CreateFromPemFile(path, keyPath);
        if (certificate.NotAfter.ToUniversalTime() > now.UtcDateTime.AddDays(1))
        {
            return certificate;
        }

        certificate.Dispose();
        return null;
    }

    private static X509Certificate2 CreateCa(string directory, DateTimeOffset now)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=VasaSim local CA, O=VasaSim", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        X509Certificate2 ca = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(10));
        Save(directory, CaFile, CaKeyFile, ca, key);
        return ca;
    }

    private static X509Certificate2 CreateServer(string directory, X509Certificate2 ca, DateTimeOffset now)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=vc-a.sim.local, O=VasaSim", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        foreach (string name in _names)
        {
            names.AddDnsName(name);
        }

        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(ca, true, false));
        DateTimeOffset end = now.AddYears(2);
        DateTimeOffset caEnd = new(ca.NotAfter.ToUniversalTime(), TimeSpan.Zero);
        using X509Certificate2 signed = request.Create(ca, now.AddDays(-1), end < caEnd ? end : caEnd, RandomNumberGenerator.GetBytes(16));
        Save(directory, ServerFile, ServerKeyFile, signed, key);
        return X509Certificate2.CreateFromPem(signed.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    private static void Save(string directory, string file, string keyFile, X509Certificate2 certificate, ECDsa key)
    {
        WritePrivate(Path.Combine(directory, keyFile), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path.Combine(directory, file), certificate.ExportCertificatePem() + "\n");
    }

    // Only the owner may read a key; where there are no such modes, the directory's own rights hold.
    private static void WritePrivate(string path, string text)
    {
        FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using StreamWriter writer = new(path, options);
        writer.WriteLine(text);
    }
}
