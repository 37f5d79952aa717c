using System.Net;
using System.Security.Cryptography.X509Certificates;
using VasaSim.Core.Certificates;

namespace VasaSim.Core.Tests.Certificates;

public sealed class CertificateTests
{
    private static readonly DateTimeOffset _start = new(2025, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private static readonly ProviderCertificate _certificate = new()
    {
        Host = "array.sim.local",
        NotBefore = _start,
        NotAfter = _start.AddYears(1),
        Issuer = CertificateIssuer.Self,
    };

    [Theory]
    [InlineData(CertificateIssuer.Self, "CN=array.sim.local")]
    [InlineData(CertificateIssuer.Own, "O=SIM, CN=Root CA of array.sim.local")]
    [InlineData(CertificateIssuer.Vmca, "OU=VMware Engineering, O=vc.sim.local, DC=local, DC=vsphere, CN=CA")]
    public void A_certificate_is_a_real_one_that_says_what_it_should(CertificateIssuer issuer, string name)
    {
        using X509Certificate2 read = X509Certificate2.CreateFromPem(new CertificateBook(7).PemOf(_certificate with { Issuer = issuer }));

        Assert.Equal("CN=array.sim.local", read.Subject);
        Assert.Equal(name, read.Issuer);
        Assert.Equal(_start.UtcDateTime, read.NotBefore.ToUniversalTime());
        Assert.Equal(_start.AddYears(1).UtcDateTime, read.NotAfter.ToUniversalTime());
        Assert.Equal(["array.sim.local"], read.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single().EnumerateDnsNames());
        Assert.True(read.MatchesHostname("array.sim.local"));
    }

    [Fact]
    public void A_self_signed_certificate_is_signed_with_its_own_key()
    {
        using X509Certificate2 read = X509Certificate2.CreateFromPem(new CertificateBook(7).PemOf(_certificate));
        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(read);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = _start.AddDays(1).UtcDateTime;

        Assert.True(chain.Build(read), string.Join(", ", chain.ChainStatus.Select(s => s.StatusInformation)));
    }

    [Fact]
    public void An_address_is_an_address()
    {
        using X509Certificate2 read = X509Certificate2.CreateFromPem(new CertificateBook(7).PemOf(_certificate with { Host = "10.0.0.7" }));

        Assert.Equal([IPAddress.Parse("10.0.0.7")], read.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single().EnumerateIPAddresses());
    }

    [Fact]
    public void The_same_seed_makes_the_same_bytes()
    {
        string pem = new CertificateBook(7).PemOf(_certificate);

        Assert.Equal(pem, new CertificateBook(7).PemOf(_certificate));
        Assert.NotEqual(pem, new CertificateBook(8).PemOf(_certificate));
        Assert.NotEqual(pem, new CertificateBook(7).PemOf(_certificate with { Number = 1 }));
        Assert.Equal(pem, new CertificateBook(7).PemOf(_certificate with { Revoked = true }));
    }

    [Fact]
    public void A_client_may_send_it_back_in_other_lines()
    {
        CertificateBook book = new(7);
        string pem = book.PemOf(_certificate);

        Assert.True(book.IsPemOf(pem.Replace("\n", "\r\n", StringComparison.Ordinal).TrimEnd(), _certificate));
        Assert.False(book.IsPemOf(null, _certificate));
        Assert.False(book.IsPemOf("", _certificate));
        Assert.False(book.IsPemOf(book.PemOf(_certificate with { Number = 1 }), _certificate));
    }

    [Theory]
    [InlineData("2025-07-31T11:59:59Z", CertificateStatus.Valid)]
    [InlineData("2025-07-31T12:00:00Z", CertificateStatus.SoftLimit)]
    [InlineData("2025-12-31T11:59:59Z", CertificateStatus.SoftLimit)]
    [InlineData("2025-12-31T12:00:00Z", CertificateStatus.HardLimit)]
    [InlineData("2026-01-31T11:59:59Z", CertificateStatus.HardLimit)]
    [InlineData("2026-01-31T12:00:00Z", CertificateStatus.Expired)]
    public void Its_age_has_limits(string now, CertificateStatus status) =>
        Assert.Equal(status, CertificateAge.StatusAt(_certificate, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void What_cannot_be_used_is_invalid()
    {
        Assert.Equal(CertificateStatus.Invalid, CertificateAge.StatusAt(null, _start));
        Assert.Equal(CertificateStatus.Invalid, CertificateAge.StatusAt(_certificate with { Revoked = true }, _start));
        Assert.Equal(CertificateStatus.Invalid, CertificateAge.StatusAt(_certificate with { Malformed = true }, _start));
        Assert.True(_certificate.IsUsableAt(_start));
        Assert.False(_certificate.IsUsableAt(_start.AddSeconds(-1)));
        Assert.False(_certificate.IsUsableAt(_start.AddYears(1)));
    }
}
