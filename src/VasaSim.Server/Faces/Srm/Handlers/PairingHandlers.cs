using VasaSim.Core;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Srm.Operations;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>The pairing of the lab's two sites, and what is wrong with it.</summary>
internal static class PairingHandlers
{
    // Of the paired site's servers the pairing keeps no more than where they are.
    private static readonly string[] _partsOfPeer = [".remote_vc_server", ".remote_srm_server"];

    public static Outcome List(SrmCall call, World world) =>
        Listing.Answer(call, world, [PairingOf(call, world)], SrmJson.Newest.Pairing, _ => _partsOfPeer);

    public static Outcome Show(SrmCall call, World world) => call.Entity(PairingOf(call, world), world, _partsOfPeer.Select(p => $"${p}"));

    public static Outcome ListIssues(SrmCall call, World world)
    {
        Servers servers = new(world, call.Scope);
        IssueInfo[] issues = call.PeerDownSince(world) is { } since
            ? [IssueOf(servers.Srm(call.Scope.Peer, PeerState.Down), IssueType.Srm, since), IssueOf(servers.Vcenter(call.Scope.Peer, PeerState.Down), IssueType.Vc, since)]
            : [];
        return Listing.Answer(call, world, issues, SrmJson.Newest.IssueInfo, peerHasMore: true);
    }

    /// <summary>One of the paired site's is asked for only while that answers, and has no issues then.</summary>
    public static Outcome ListIssuesOfSrm(SrmCall call, World world)
    {
        IssueInfo[] issues = call.PeerDownSince(world) is { } since
            ? [IssueOf(new Servers(world, call.Scope).Srm(call.Scope.Peer, PeerState.Down), IssueType.Srm, since)]
            : [];
        return Listing.Answer(call, world, issues, SrmJson.Newest.IssueInfo);
    }

    private static Pairing PairingOf(SrmCall call, World world) => new Servers(world, call.Scope).Pairing(call.PeerIn(world));

    private static IssueInfo IssueOf(ServerInfo server, IssueType type, DateTimeOffset since) => new(
        server.Id, server.Name, $"The connection to '{server.Name}' is down.", since.ToUnixTimeMilliseconds(), IssueStatus.Error, type);
}
