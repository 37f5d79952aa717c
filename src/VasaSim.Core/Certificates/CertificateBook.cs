using System.Globalization;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.X509;

namespace VasaSim.Core.Certificates;

/// <summary>
/// The certificates of a world as PEM. Keys and signatures follow from the seed (elliptic curve P-256, ECDSA as of RFC
/// 6979), so the same world has the same bytes; each certificate is made when it is first asked for, and kept. Not safe
/// for threads.
/// </summary>
public sealed class CertificateBook(long seed)
{
    private const string VmcaName = "CN=CA, DC=vsphere, DC=local, O=vc.sim.local, OU=VMware Engineering";
    private const string NoCertificate = "-----BEGIN CERTIFICATE-----\nbm90IGEgY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----\n";

    private readonly Dictionary<ProviderCertificate, string> _pems = [];

    /// <summary>The PEM of a certificate; lines end in a line feed.</summary>
    public string PemOf(ProviderCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        // Whether it is revoked is not written into it.
        ProviderCertificate issued = certificate with { Revoked = false };
        if (!_pems.TryGetValue(issued, out string? pem))
        {
            _pems[issued] = pem = issued.Malformed ? NoCertificate : Issue(issued);
        }

        return pem;
    }

    /// <summary>Whether a text is the certificate; white space between lines does not count, since clients reformat it.</summary>
    public bool IsPemOf(string? pem, ProviderCertificate certificate) =>
        pem is not null && Compact(pem) == Compact(PemOf(certificate));

    private static string Compact(string pem) => string.Concat(pem.Where(c => !char.IsWhiteSpace(c)));

    private string Issue(ProviderCertificate certificate)
    {
        string subject = $"CN={certificate.Host}";
        string identity = string.Create(CultureInfo.InvariantCulture, $"{certificate.Host}|{certificate.Number}");
        AsymmetricCipherKeyPair key = SeededKeys.Of(seed, identity);
        (string issuer, AsymmetricCipherKeyPair issuerKey) = certificate.Issuer switch
        {
            CertificateIssuer.Vmca => (VmcaName, SeededKeys.Of(seed, "vmca")),
            CertificateIssuer.Own => ($"CN=Root CA of {certificate.Host}, O=SIM", SeededKeys.Of(seed, $"own-ca|{certificate.Host}")),
            _ => (subject, key),
        };
        X509V3CertificateGenerator generator = new();
        generator.SetSerialNumber(new BigInteger(DerivedId.Hex($"{seed}|serial|{identity}|{certificate.Issuer}")[..30], 16));
        generator.SetIssuerDN(new X509Name(issuer));
        generator.SetSubjectDN(new X509Name(subject));
        generator.SetNotBefore(certificate.NotBefore.UtcDateTime);
        generator.SetNotAfter(certificate.NotAfter.UtcDateTime);
        generator.SetPublicKey(key.Public);
        generator.AddExtension(X509Extensions.BasicConstraints, critical: true, new BasicConstraints(cA: false));
        generator.AddExtension(
            X509Extensions.SubjectAlternativeName, critical: false, new GeneralNames(new GeneralName(KindOf(certificate.Host), certificate.Host)));
        byte[] bytes = generator.Generate(new DeterministicSignature(issuerKey.Private)).GetEncoded();
        return $"-----BEGIN CERTIFICATE-----\n{Lines(Convert.ToBase64String(bytes))}-----END CERTIFICATE-----\n";
    }

    private static int KindOf(string host) =>
        Uri.CheckHostName(host) is UriHostNameType.IPv4 or UriHostNameType.IPv6 ? GeneralName.IPAddress : GeneralName.DnsName;

    private static string Lines(string base64) => string.Concat(base64.Chunk(64).Select(line => new string(line) + "\n"));
}
