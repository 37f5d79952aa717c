using VasaSim.Core;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Server.Faces.Srm.Operations;

namespace VasaSim.Server.Faces.Srm.Access;

/// <summary>Whether the paired site answers: it does while one of the links between fault domains of the two sites is up.</summary>
internal static class PeerConnection
{
    /// <summary>How the paired site stands to a session.</summary>
    public static PeerState StateOf(World world, SrmScope scope, SrmSession? session) =>
        DownSince(world, scope) is not null ? PeerState.Down
        : session?.RemoteUser is null ? PeerState.NotAuthenticated
        : PeerState.Reached;

    /// <summary>Since when it does not answer: since the last of the links went down; null while it does.</summary>
    public static DateTimeOffset? DownSince(World world, SrmScope scope)
    {
        Link[] links = [.. world.Links.Where(l => Joins(world, scope, l))];
        return links.Length > 0 && Array.TrueForAll(links, l => !l.Up) ? links.Max(l => SinceOf(world, l)) : null;
    }

    /// <summary>The site that a fault domain is at: that of the provider that is active for it; null when there is none.</summary>
    public static string? SiteOf(World world, string domain) => ProviderDirectory.ActiveFor(world, domain)?.Site;

    private static bool Joins(World world, SrmScope scope, Link link) =>
        (SiteOf(world, link.A), SiteOf(world, link.B)) is ({ } a, { } b)
        && ((a == scope.Here.Name && b == scope.Peer.Name) || (a == scope.Peer.Name && b == scope.Here.Name));

    private static DateTimeOffset SinceOf(World world, Link link) => link.Outages is [.., var last] ? last.From : world.Info.StartTime;
}
