using VasaSim.Core;
using VasaSim.Core.Certificates;
using VasaSim.Core.Model;

namespace VasaSim.Server.Control;

/// <summary>The process that answers at a provider's URL, registered or not. Its password is not told.</summary>
public sealed record EndpointReport
{
    /// <summary>The id that the lab has it by.</summary>
    public required string Id { get; init; }

    /// <summary>Where it answers.</summary>
    public required string Url { get; init; }

    /// <summary>The managed object id of the provider that is registered with it, or null.</summary>
    public required string? Provider { get; init; }

    /// <summary>Whether it answers.</summary>
    public required bool Reachable { get; init; }

    /// <summary>The name of its login.</summary>
    public required string UserName { get; init; }

    /// <summary>The certificate that it shows.</summary>
    public required CertificateReport Certificate { get; init; }

    /// <summary>Whether the root of its owner's authority is imported.</summary>
    public required bool CaImported { get; init; }

    /// <summary>Whether it fails every sync.</summary>
    public required bool FailSync { get; init; }

    /// <summary>Whether it fails to be unregistered.</summary>
    public required bool FailUnregister { get; init; }

    /// <summary>Whether it refuses new certificates and roots.</summary>
    public required bool FailRefresh { get; init; }

    /// <summary>Whether it fails to have its certificate revoked.</summary>
    public required bool FailRevoke { get; init; }

    /// <summary>What vCenter's certificate authority answers instead of a certificate for it; null: it issues one.</summary>
    public required int? CaFaultCode { get; init; }

    internal static EndpointReport Of(World world, ProviderEndpoint endpoint) => new()
    {
        Id = endpoint.Id,
        Url = endpoint.Url,
        Provider = endpoint.ProviderId is { } id && world.FindProvider(id) is not null ? id : null,
        Reachable = endpoint.Reachable,
        UserName = endpoint.UserName,
        Certificate = CertificateReport.Of(world, endpoint.Certificate),
        CaImported = endpoint.CaImported,
        FailSync = endpoint.FailSync,
        FailUnregister = endpoint.FailUnregister,
        FailRefresh = endpoint.FailRefresh,
        FailRevoke = endpoint.FailRevoke,
        CaFaultCode = endpoint.CaFaultCode,
    };
}

/// <summary>A certificate of a provider.</summary>
/// <param name="Host">The host that it is for.</param>
/// <param name="Issuer"><c>self</c>, <c>vmca</c> or <c>own</c>.</param>
/// <param name="NotBefore">When it begins to be valid.</param>
/// <param name="NotAfter">When it ends to be valid.</param>
/// <param name="Revoked">Whether it is revoked.</param>
/// <param name="Malformed">Whether it is no certificate at all.</param>
/// <param name="Pem">The certificate itself.</param>
public sealed record CertificateReport(
    string Host, string Issuer, DateTimeOffset NotBefore, DateTimeOffset NotAfter, bool Revoked, bool Malformed, string Pem)
{
    internal static CertificateReport Of(World world, ProviderCertificate certificate) => new(
        certificate.Host,
        certificate.Issuer switch { CertificateIssuer.Vmca => "vmca", CertificateIssuer.Own => "own", _ => "self" },
        certificate.NotBefore,
        certificate.NotAfter,
        certificate.Revoked,
        certificate.Malformed,
        world.Certificates.PemOf(certificate));
}

/// <summary>All provider processes in lab order.</summary>
public sealed record EndpointList(IReadOnlyList<EndpointReport> Endpoints);
