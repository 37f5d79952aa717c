using VasaSim.Core.Certificates;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;

namespace VasaSim.Core.Providers;

/// <summary>
/// What can be wrong with a registration, in the order in which the service finds it: the address, what is registered
/// already, the connection, the certificate, and last the login.
/// </summary>
internal static class RegistrationCheck
{
    /// <summary>Checks a registration.</summary>
    /// <returns>The endpoint to register, or why it cannot be.</returns>
    public static Result<ProviderEndpoint> Run(World world, ProviderRegistration registration)
    {
        if (!Uri.TryCreate(registration.Url, UriKind.Absolute, out Uri? url) || url.Scheme != Uri.UriSchemeHttps || url.Host.Length == 0)
        {
            return new InvalidUrl(registration.Url);
        }

        ProviderEndpoint? endpoint = world.Endpoints.FirstOrDefault(e => IsAt(e.Url, url));
        if (world.Providers.FirstOrDefault(p => IsAt(p.Url, url) || (endpoint is not null && IsSame(p, endpoint.Self))) is { } registered)
        {
            return new AlreadyExists(registered.Name);
        }

        if (endpoint is not { Reachable: true })
        {
            return new ProviderRegistrationFault(new ProviderConnectionFailed());
        }

        Fault? fault = CheckCertificate(world, endpoint, url.Host, registration.Certificate) ?? CheckLogin(endpoint, registration);
        return fault is null ? endpoint : fault;
    }

    private static Fault? CheckCertificate(World world, ProviderEndpoint endpoint, string host, string? trusted)
    {
        ProviderCertificate certificate = endpoint.Certificate;
        if (!certificate.IsUsableAt(world.Now) || !certificate.Host.Equals(host, StringComparison.OrdinalIgnoreCase))
        {
            return new InvalidCertificate(world.Certificates.PemOf(certificate));
        }

        bool known = certificate.Issuer == CertificateIssuer.Vmca || (certificate.Issuer == CertificateIssuer.Own && endpoint.CaImported);
        if (!known && !world.Certificates.IsPemOf(trusted, certificate))
        {
            return new CertificateNotTrusted(world.Certificates.PemOf(certificate));
        }

        if (endpoint.Self.RetainsCertificate)
        {
            return certificate.Issuer == CertificateIssuer.Own && !endpoint.CaImported ? new CertificateNotImported() : null;
        }

        return endpoint.CaFaultCode is { } code ? new CertificateAuthorityFault(code) : null;
    }

    private static IncorrectUsernamePassword? CheckLogin(ProviderEndpoint endpoint, ProviderRegistration registration) =>
        endpoint.UserName == registration.UserName && endpoint.Password == registration.Password ? null : new();

    private static bool IsAt(string known, Uri url) => new Uri(known).AbsoluteUri == url.AbsoluteUri;

    private static bool IsSame(Provider provider, Provider self) =>
        provider.Namespace is not null && provider.SelfId is not null
        && provider.Namespace == self.Namespace && provider.SelfId == self.SelfId;
}
