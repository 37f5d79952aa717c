using System.Security.Cryptography.X509Certificates;

namespace VasaSim.Server.Faces.Srm;

/// <summary>Which of two paired sites answers.</summary>
/// <param name="Here">The site that answers.</param>
/// <param name="Peer">The site that it is paired with.</param>
/// <param name="First">The first of the two in the lab, whose vCenter the product port is.</param>
/// <param name="Seed">The world's seed, from which ids follow.</param>
/// <param name="Certificate">What all servers show; null without TLS.</param>
internal sealed record SrmScope(SrmSite Here, SrmSite Peer, SrmSite First, long Seed, X509Certificate2? Certificate)
{
    /// <summary>The id of the pairing, the same from both sites.</summary>
    public string PairingId => InstanceIds.Of(Seed, "srm-pairing");

    /// <summary>Both sites, that which answers first.</summary>
    public IEnumerable<SrmSite> Sites => [Here, Peer];

    /// <summary>The same pairing from the other side.</summary>
    public SrmScope Turned() => this with { Here = Peer, Peer = Here };

    /// <summary>Whether two ids are the same; they are UUIDs, whose letters may be large.</summary>
    public static bool AreSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>The id of a site's Site Recovery Manager.</summary>
    public string SrmIdOf(SrmSite site) => InstanceIds.Of(Seed, $"srm|{site.Name}");

    /// <summary>The id of a site's vCenter; that of the first site's is the one which the product port tells of itself.</summary>
    public string VcenterIdOf(SrmSite site) => InstanceIds.Of(Seed, site == First ? "vim" : $"vim|{site.Name}");

    /// <summary>The site of a Site Recovery Manager, or null.</summary>
    public SrmSite? SiteOfSrm(string id) => Sites.FirstOrDefault(s => AreSame(SrmIdOf(s), id));

    /// <summary>The site of a vCenter, or null.</summary>
    public SrmSite? SiteOfVcenter(string id) => Sites.FirstOrDefault(s => AreSame(VcenterIdOf(s), id));
}

/// <summary>A paired site.</summary>
/// <param name="Name">The site's name.</param>
/// <param name="VCenter">The host name of its vCenter.</param>
/// <param name="Address">Where its Site Recovery Manager answers, once it listens.</param>
internal sealed record SrmSite(string Name, string VCenter, Func<Uri> Address);
