using VasaSim.Core.Certificates;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;

namespace VasaSim.Core.Control;

/// <summary>What a tester does to the processes behind providers.</summary>
public static class EndpointControl
{
    /// <summary>
    /// Changes a process. When it begins or ceases to answer, the service learns of it when it polls next. A new
    /// certificate is self-signed, and a registered provider is still known by its old one.
    /// </summary>
    /// <returns>The process after the change.</returns>
    public static ProviderEndpoint Set(World world, ProviderEndpoint endpoint, EndpointPatch patch)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(patch);
        ProviderEndpoint changed = endpoint with
        {
            UserName = patch.UserName ?? endpoint.UserName,
            Password = patch.Password ?? endpoint.Password,
            Reachable = patch.Reachable ?? endpoint.Reachable,
            CaImported = patch.CaImported ?? endpoint.CaImported,
            FailSync = patch.FailSync ?? endpoint.FailSync,
            FailUnregister = patch.FailUnregister ?? endpoint.FailUnregister,
            FailRefresh = patch.FailRefresh ?? endpoint.FailRefresh,
            FailRevoke = patch.FailRevoke ?? endpoint.FailRevoke,
            CaFaultCode = patch.CaIssues ? null : patch.CaFaultCode ?? endpoint.CaFaultCode,
            Certificate = patch.Certificate is { } certificate ? Issue(world, endpoint, certificate) : endpoint.Certificate,
        };
        if (changed.Reachable != endpoint.Reachable && changed.ProviderId is { } id && world.FindProvider(id) is { } provider)
        {
            changed = changed with { NextPoll = ProviderEvents.NextPoll(world, provider) };
        }

        world.Put(changed);
        return changed;
    }

    private static ProviderCertificate Issue(World world, ProviderEndpoint endpoint, CertificatePatch patch) => ProviderLife.Issue(world, new()
    {
        Host = patch.Host ?? new Uri(endpoint.Url).Host,
        NotBefore = ProviderLife.WholeSeconds(world.Now),
        NotAfter = ProviderLife.WholeSeconds(world.Now + patch.ValidFor),
        Issuer = CertificateIssuer.Self,
        Revoked = patch.Revoked,
        Malformed = patch.Malformed,
    });
}

/// <summary>What to change of a provider process; null leaves it.</summary>
public sealed record EndpointPatch
{
    /// <summary>The name of its login.</summary>
    public string? UserName { get; init; }

    /// <summary>The password of its login.</summary>
    public string? Password { get; init; }

    /// <summary>Whether it answers.</summary>
    public bool? Reachable { get; init; }

    /// <summary>Whether the root of its owner's authority is imported.</summary>
    public bool? CaImported { get; init; }

    /// <summary>Fails every sync.</summary>
    public bool? FailSync { get; init; }

    /// <summary>Fails to be unregistered.</summary>
    public bool? FailUnregister { get; init; }

    /// <summary>Refuses new certificates and roots.</summary>
    public bool? FailRefresh { get; init; }

    /// <summary>Fails to have its certificate revoked.</summary>
    public bool? FailRevoke { get; init; }

    /// <summary>What vCenter's certificate authority answers instead of a certificate.</summary>
    public int? CaFaultCode { get; init; }

    /// <summary>True to let the authority issue certificates again.</summary>
    public bool CaIssues { get; init; }

    /// <summary>A new certificate to show.</summary>
    public CertificatePatch? Certificate { get; init; }
}

/// <summary>A new certificate, valid from now on.</summary>
/// <param name="Host">The host; null: that of the URL.</param>
/// <param name="ValidFor">How long.</param>
/// <param name="Revoked">Whether it is revoked.</param>
/// <param name="Malformed">Whether it is no certificate at all.</param>
public sealed record CertificatePatch(string? Host, TimeSpan ValidFor, bool Revoked, bool Malformed);
