using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using VasaSim.Core;
using VasaSim.Server.Faces.Srm.Operations;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm;

/// <summary>The servers of two paired sites. Used in turns on the world.</summary>
internal sealed class Servers(World world, SrmScope scope)
{
    /// <summary>The version that Site Recovery Manager says it has.</summary>
    private const string Version = "8.8.0";

    private const string ExtensionKey = "com.vmware.vcDr";

    /// <summary>The pairing, as it is seen in a state of the connection.</summary>
    public Pairing Pairing(PeerState state) => new()
    {
        PairingId = scope.PairingId,
        LocalVcServer = Vcenter(scope.Here, state),
        RemoteVcServer = Vcenter(scope.Peer, state),
        LocalSrmServer = SrmServer(scope.Here, state),
        RemoteSrmServer = SrmServer(scope.Peer, state),
    };

    /// <summary>A site's vCenter. Of one that cannot be asked no more is known than what the pairing keeps.</summary>
    public ServerInfo Vcenter(SrmSite site, PeerState state)
    {
        ServerStatus status = StatusOf(site, state);
        return new ServerInfo
        {
            Id = scope.VcenterIdOf(site),
            Url = $"https://{site.VCenter}:443/sdk",
            Name = site.VCenter,
            ServerStatus = status,
            Certificates = status == ServerStatus.Ok ? Certificates : null,
            Version = status == ServerStatus.Ok ? string.Join('.', world.Knobs.ApiVersion.Split('.').Take(3)) : null,
        };
    }

    /// <summary>A site's Site Recovery Manager, with all that is known of it.</summary>
    public SrmInfo Srm(SrmSite site, PeerState state)
    {
        ServerStatus status = StatusOf(site, state);
        return new SrmInfo
        {
            Id = scope.SrmIdOf(site),
            Url = site.Address().GetLeftPart(UriPartial.Authority),
            Name = site.Name,
            ServerStatus = status,
            Certificates = status == ServerStatus.Ok ? Certificates : null,
            Version = status == ServerStatus.Ok ? Version : null,
            VcGuid = scope.VcenterIdOf(site),
            VcName = site.VCenter,
            ExtensionKey = ExtensionKey,
        };
    }

    private ServerInfo SrmServer(SrmSite site, PeerState state)
    {
        SrmInfo known = Srm(site, state);
        return new ServerInfo
        {
            Id = known.Id,
            Url = known.Url,
            Name = known.Name,
            ServerStatus = known.ServerStatus,
            Certificates = known.Certificates,
            Version = known.Version,
        };
    }

    private ServerStatus StatusOf(SrmSite site, PeerState state) => site == scope.Here ? ServerStatus.Ok : state switch
    {
        PeerState.Down => ServerStatus.Error,
        PeerState.NotAuthenticated => ServerStatus.Warning,
        _ => ServerStatus.Ok,
    };

    private X509CertificateInfo[]? Certificates => scope.Certificate is { } certificate ? [Describe(certificate)] : null;

    private static X509CertificateInfo Describe(X509Certificate2 certificate) => new()
    {
        SerialNumber = certificate.SerialNumber,
        NotAfter = new DateTimeOffset(certificate.NotAfter).ToUnixTimeMilliseconds(),
        NotBefore = new DateTimeOffset(certificate.NotBefore).ToUnixTimeMilliseconds(),
        Version = certificate.Version,
        IssuerDn = certificate.Issuer,
        SubjectDn = certificate.Subject,
        SigAlgName = certificate.SignatureAlgorithm.FriendlyName ?? "",
        SigAlgOid = certificate.SignatureAlgorithm.Value ?? "",
        PublicKeyAlgorithm = certificate.PublicKey.Oid.FriendlyName ?? "",
        Thumbprint = string.Join(':', certificate.GetCertHash(HashAlgorithmName.SHA256).Select(b => b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture))),
        Certificate = Convert.ToBase64String(certificate.RawData),
    };
}
