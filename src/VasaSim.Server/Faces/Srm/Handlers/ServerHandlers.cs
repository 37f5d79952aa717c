using VasaSim.Core;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>The servers of the pairing.</summary>
internal static class ServerHandlers
{
    public static Outcome ListSrms(SrmCall call, World world)
    {
        Servers servers = new(world, call.Scope);
        return Listing.Answer(
            call, world, call.Scope.Sites.Select(s => servers.Srm(s, call.PeerIn(world))), SrmJson.Newest.SrmInfo, s => PartsOf(s.Id, call.Scope.SrmIdOf(call.Scope.Peer)));
    }

    public static Outcome ShowSrm(SrmCall call, World world) => call.Entity(new Servers(world, call.Scope).Srm(call.NamedSite!, call.PeerIn(world)), world);

    public static Outcome ShowHere(SrmCall call, World world) => call.Entity(new Servers(world, call.Scope).Srm(call.Scope.Here, call.PeerIn(world)), world);

    public static Outcome ListVcenters(SrmCall call, World world)
    {
        Servers servers = new(world, call.Scope);
        return Listing.Answer(
            call, world, call.Scope.Sites.Select(s => servers.Vcenter(s, call.PeerIn(world))), SrmJson.Newest.ServerInfo, s => PartsOf(s.Id, call.Scope.VcenterIdOf(call.Scope.Peer)));
    }

    public static Outcome ShowVcenter(SrmCall call, World world) => call.Entity(new Servers(world, call.Scope).Vcenter(call.NamedSite!, call.PeerIn(world)), world);

    // The item as a whole, when it is the paired site's.
    private static string[] PartsOf(string id, string peer) => id == peer ? [""] : [];
}
