namespace VasaSim.Core.Certificates;

/// <summary>
/// A certificate of a VASA provider, by what it says. Its bytes follow from that and from the world's seed: see
/// <see cref="CertificateBook"/>.
/// </summary>
public sealed record ProviderCertificate
{
    /// <summary>The host that it is for.</summary>
    public required string Host { get; init; }

    /// <summary>When it begins to be valid.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>When it ends to be valid.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>Who issued it.</summary>
    public required CertificateIssuer Issuer { get; init; }

    /// <summary>What tells it from another one for the same host: each new certificate has a new number.</summary>
    public long Number { get; init; }

    /// <summary>Whether its issuer has revoked it.</summary>
    public bool Revoked { get; init; }

    /// <summary>Whether the provider shows something that is no certificate at all.</summary>
    public bool Malformed { get; init; }

    /// <summary>Whether it can be used at a time, whoever issued it and whatever the host.</summary>
    public bool IsUsableAt(DateTimeOffset now) => !Malformed && !Revoked && NotBefore <= now && now < NotAfter;
}

/// <summary>Who issued a provider's certificate.</summary>
public enum CertificateIssuer
{
    /// <summary>The provider itself.</summary>
    Self,

    /// <summary>The certificate authority of the simulated vCenter.</summary>
    Vmca,

    /// <summary>A certificate authority of the provider's owner.</summary>
    Own,
}
