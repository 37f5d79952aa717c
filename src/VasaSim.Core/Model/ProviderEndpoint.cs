using VasaSim.Core.Certificates;
using VasaSim.Core.Storage;

namespace VasaSim.Core.Model;

/// <summary>
/// The VASA provider process that answers at a URL, whether it is registered with the service or not: what it says of
/// itself, its certificate and its login, and what it fails at.
/// </summary>
public sealed record ProviderEndpoint : Entity
{
    /// <summary>The id that the lab has it by.</summary>
    public required string Id { get; init; }

    /// <summary>Where it answers.</summary>
    public required string Url { get; init; }

    /// <summary>What it says of itself; a registration adds the rest.</summary>
    public required Provider Self { get; init; }

    /// <summary>The name of its login.</summary>
    /// <value>Default: <c>vasa</c>.</value>
    public string UserName { get; init; } = "vasa";

    /// <summary>The password of its login.</summary>
    /// <value>Default: <c>VasaSim!1</c>.</value>
    public string Password { get; init; } = "VasaSim!1";

    /// <summary>Whether it answers.</summary>
    public bool Reachable { get; init; } = true;

    /// <summary>The certificate that it shows.</summary>
    public required ProviderCertificate Certificate { get; init; }

    /// <summary>Whether the service has imported the root of its owner's certificate authority.</summary>
    public bool CaImported { get; init; }

    /// <summary>Fails every sync.</summary>
    public bool FailSync { get; init; }

    /// <summary>Fails to be unregistered.</summary>
    public bool FailUnregister { get; init; }

    /// <summary>Refuses to take a new certificate, or new roots.</summary>
    public bool FailRefresh { get; init; }

    /// <summary>Fails to have its certificate revoked.</summary>
    public bool FailRevoke { get; init; }

    /// <summary>What the certificate authority of vCenter answers instead of a certificate; null: it issues one.</summary>
    public int? CaFaultCode { get; init; }

    /// <summary>The managed object id under which it is, or was last, registered.</summary>
    public string? ProviderId { get; init; }

    /// <summary>When the service looks at it again because it began or ceased to answer; null: nothing changed.</summary>
    public DateTimeOffset? NextPoll { get; init; }

    /// <summary>Position in the lab, for a stable order.</summary>
    public required int Ordinal { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.ProviderEndpoint, Id);
}
