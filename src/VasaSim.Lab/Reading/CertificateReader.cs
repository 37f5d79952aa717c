using VasaSim.Configuration;
using VasaSim.Core.Certificates;
using VasaSim.Core.Lab;

namespace VasaSim.Lab.Reading;

/// <summary>Reads the certificate of a provider.</summary>
internal static class CertificateReader
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(365);
    private static readonly TimeSpan Age = TimeSpan.FromDays(-1);

    private static readonly (string, CertificateIssuer?)[] Issuers =
        [("self", CertificateIssuer.Self), ("vmca", CertificateIssuer.Vmca), ("own", CertificateIssuer.Own)];

    /// <summary>The certificate; null when the file says that there is none.</summary>
    public static CertificateDefinition? Read(Section provider)
    {
        TimeSpan? expiry = ProviderReader.ReadOffset(provider, "certificateExpiry", Life, "none");
        Section? section = provider.Child("certificate", "a certificate");
        CertificateDefinition? certificate = expiry is { } until ? new() { Until = until } : null;
        if (section is null)
        {
            return certificate;
        }

        if (certificate is null)
        {
            provider.Problem("certificate", "there is no certificate to describe, since certificateExpiry is none");
        }

        string? host = section.Text("host");
        if (host is not null && Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            section.Problem("host", $"'{Problems.Short(host)}' is no host name; set host to one");
        }

        TimeSpan from = ProviderReader.ReadOffset(section, "from", Age, "") ?? Age;
        CertificateDefinition described = new()
        {
            Until = expiry ?? Life,
            Host = host,
            From = from,
            Issuer = section.Choice("issuer", Issuers, null),
            Revoked = section.Flag("revoked", false),
            Malformed = section.Flag("malformed", false),
            CaImported = section.Flag("caImported", false),
        };
        if (section.Node("from") is not null && from >= described.Until)
        {
            section.Problem("from", "from is not before certificateExpiry");
        }

        section.Close();
        return described;
    }
}
