using VasaSim.Core;
using VasaSim.Server.Faces.Srm.Handlers;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Access;

/// <summary>Where what a call names is.</summary>
internal static class Addressed
{
    /// <summary>
    /// Whether something that a call names is at the paired site: the server of its path, anything in its path or body whose
    /// id has one of that site's servers, a protection group whose machines are there, or a plan that recovers them there.
    /// </summary>
    public static bool IsAtPeer(SrmCall call, World world) =>
        call.NamedSite == call.Scope.Peer
        || call.Path.Values.Append((call.Body.Value as CreateFolderSpec)?.Location).Any(id => DrId.Parse(id) is { } read && call.Ids.SiteOf(read) == call.Scope.Peer)
        || GroupHandlers.Find(call, world)?.ProtectedSite == call.Scope.Peer.Name
        || RecoverySiteOf(call, world) == call.Scope.Peer.Name;

    private static string? RecoverySiteOf(SrmCall call, World world) => call.Body.Value is RecoveryPlanCreateSpec spec
        ? call.Scope.Sites.FirstOrDefault(s => s != call.Scope.SiteOfVcenter(spec.ProtectedVcGuid ?? ""))?.Name
        : PlanHandlers.Find(call, world)?.RecoverySite;
}
