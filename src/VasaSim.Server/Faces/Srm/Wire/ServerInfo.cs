using System.Text.Json.Serialization;

namespace VasaSim.Server.Faces.Srm.Wire;

/// <summary>A vCenter or a Site Recovery Manager.</summary>
internal record ServerInfo : Resource
{
    public required string Id { get; init; }

    public required string Url { get; init; }

    public required string Name { get; init; }

    public required ServerStatus ServerStatus { get; init; }

    /// <summary>Its certificate; null when that is not known, or there is none.</summary>
    public required IReadOnlyList<X509CertificateInfo>? Certificates { get; init; }

    public IReadOnlyList<CertificateWarning>? CertificateWarnings { get; init; }

    /// <summary>Its version; left out when that is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Version { get; init; }
}

/// <summary>A Site Recovery Manager.</summary>
internal sealed record SrmInfo : ServerInfo
{
    /// <summary>The id of its vCenter.</summary>
    public required string VcGuid { get; init; }

    public required string VcName { get; init; }

    public required string ExtensionKey { get; init; }
}

/// <summary>Two sites that protect each other, seen from one.</summary>
internal sealed record Pairing : Resource
{
    public required string PairingId { get; init; }

    public required ServerInfo LocalVcServer { get; init; }

    public required ServerInfo RemoteVcServer { get; init; }

    public required ServerInfo LocalSrmServer { get; init; }

    public required ServerInfo RemoteSrmServer { get; init; }
}

/// <summary>What is wrong with the certificate of a server.</summary>
internal sealed record CertificateWarning(string ServerGuid, string ServerUrl, X509CertificateInfo Certificate);

/// <summary>A certificate.</summary>
internal sealed record X509CertificateInfo
{
    public required string SerialNumber { get; init; }

    /// <summary>Its end, in milliseconds of Unix time.</summary>
    public required long NotAfter { get; init; }

    /// <summary>Its beginning, in milliseconds of Unix time.</summary>
    public required long NotBefore { get; init; }

    public required int Version { get; init; }

    public required string IssuerDn { get; init; }

    public required string SubjectDn { get; init; }

    public required string SigAlgName { get; init; }

    public required string SigAlgOid { get; init; }

    public required string PublicKeyAlgorithm { get; init; }

    /// <summary>SHA-256, in pairs of hexadecimal digits with colons between.</summary>
    public required string Thumbprint { get; init; }

    /// <summary>The certificate itself, in base64.</summary>
    public required string Certificate { get; init; }
}
