using VasaSim.Core.Cloud.Model;
using VasaSim.Server.Faces.Vcda.Wire;
using VasaSim.Server.Sessions;
using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Vcda.Access;

/// <summary>
/// A session of the API for cloud replications. Whoever may look or configure everywhere in the simulator may here too;
/// others belong to an organization, and have to do with what is its own. Safe for threads.
/// </summary>
internal sealed class VcdaSession : Session
{
    /// <summary>The header that shows it; scripts look for it in exactly this case.</summary>
    public const string TokenHeader = "X-VCAV-Auth";

    private volatile IReadOnlyList<AuthenticatedSite> _sites;

    /// <summary>Makes the session.</summary>
    /// <param name="start">What all sessions begin with.</param>
    /// <param name="site">The site that it is begun at.</param>
    /// <param name="org">The organization of the user there.</param>
    public VcdaSession(SessionStart start, string site, string org)
        : base(start) => _sites = [new AuthenticatedSite(site, org)];

    /// <summary>The sites that it is good for, each with the user's organization there; the one it was begun at first.</summary>
    public IReadOnlyList<AuthenticatedSite> Sites => _sites;

    /// <summary>Whether the user may look at everything.</summary>
    public bool SeesAll => User.Privileges.Contains(Privileges.StorageViewsView);

    /// <summary>Whether the user may change everything.</summary>
    public bool ChangesAll => User.Privileges.Contains(Privileges.StorageViewsConfigureService);

    /// <summary>Whether the user administers the service.</summary>
    public bool IsAdministrator => SeesAll && ChangesAll;

    /// <summary>The user's roles.</summary>
    public IReadOnlyList<string> Roles => IsAdministrator ? ["EVERYONE", "ADMINISTRATORS", "VRADMINISTRATORS"] : ["EVERYONE"];

    /// <summary>The session as it is told.</summary>
    public SessionDetails Details => new(User.Name, Roles, Sites);

    /// <summary>The owner of what the user starts.</summary>
    public string Owner => $"{Sites[0].Org}@{Sites[0].Site}";

    /// <summary>Makes it good for another site, from now on and in place of what was said of that site before.</summary>
    public void Extend(AuthenticatedSite site) => _sites = [.. _sites.Where(s => s.Site != site.Site), site];

    /// <summary>Whether it is good for a site.</summary>
    public bool IsGoodFor(string site) => Sites.Any(s => s.Site == site);

    /// <summary>Whether an organization of a site is the user's own.</summary>
    public bool IsOf(string site, string? org) => org is not null && Sites.Any(s => s.Site == site && s.Org == org);

    /// <summary>Whether the user may look at what somebody owns that comes from and goes to somewhere.</summary>
    public bool Sees(string owner, ReplicationEnd source, ReplicationEnd destination) => SeesAll || Owns(owner, source, destination);

    /// <summary>Whether the user may change it.</summary>
    public bool Changes(string owner, ReplicationEnd source, ReplicationEnd destination) => ChangesAll || Owns(owner, source, destination);

    private bool Owns(string owner, ReplicationEnd source, ReplicationEnd destination) =>
        IsOf(source.Site, source.Org) || IsOf(destination.Site, destination.Org) || Sites.Any(s => owner == $"{s.Org}@{s.Site}");
}
