using VasaSim.Core;
using VasaSim.Server.Faces.Srm.Operations;

namespace VasaSim.Server.Faces.Srm.Access;

/// <summary>Whether a call may be made: what its path names, what its caller may do, and what the paired site is needed for.</summary>
internal static class Admission
{
    /// <summary>Why the call may not be made, or null.</summary>
    public static SrmFailure? Refuse(SrmCall call, World world) => call.Operation.Anonymous
        ? null
        : RefusePath(call) ?? RefuseCaller(call) ?? RefusePeer(call, world);

    /// <summary>There is no such thing.</summary>
    public static SrmFailure NotFound(string what, string id) => SrmFailure.Of(SrmFault.NotFound, $"There is no {what} '{id}'.");

    /// <summary>The caller may not do it.</summary>
    public static SrmFailure Forbidden() => SrmFailure.Of(SrmFault.NoPermission, "Permission to perform this operation was denied.");

    /// <summary>The session is not good for the paired site.</summary>
    public static SrmFailure NotAuthenticated(SrmScope scope) =>
        SrmFailure.Of(SrmFault.RemoteSiteNotAuthenticated, $"Session is not authenticated at the site '{scope.Peer.Name}'; POST /pairings/{{pairing_id}}/remote-session does it.");

    /// <summary>The paired site does not answer.</summary>
    public static SrmFailure NotReachable(SrmScope scope) => SrmFailure.Of(SrmFault.RemoteSiteNotReachable, $"The site '{scope.Peer.Name}' does not answer.");

    private static SrmFailure? RefusePath(SrmCall call) =>
        call.Path.TryGetValue("pairing_id", out string? pairing) && !SrmScope.AreSame(pairing, call.Scope.PairingId) ? NotFound("pairing", pairing)
        : call.Path.TryGetValue("srm_id", out string? srm) && call.Scope.SiteOfSrm(srm) is null ? NotFound("Site Recovery Manager", srm)
        : call.Path.TryGetValue("vcenter_id", out string? vcenter) && call.Scope.SiteOfVcenter(vcenter) is null ? NotFound("vCenter", vcenter)
        : null;

    private static SrmFailure? RefuseCaller(SrmCall call) =>
        call.Operation.Kind == Faults.Rules.OperationKind.Session || (call.Operation.Changes ? call.Caller.MayChange : call.Caller.MayLook)
            ? null
            : Forbidden();

    // Nobody can log in at a site that is down, so no more than what is published for that is asked for then.
    private static SrmFailure? RefusePeer(SrmCall call, World world)
    {
        PeerState state = call.PeerIn(world);
        Reach reach = call.Operation.Contract.In(state);
        bool needed = reach == Reach.Error || (reach == Reach.DependsOnProvidedParams && Addressed.IsAtPeer(call, world));
        return !needed ? null
            : state == PeerState.Down ? NotReachable(call.Scope)
            : world.Knobs.Recovery.RunWithoutRemoteSession && call.Operation.Contract == Contract.ErrorOrAddressed ? null
            : NotAuthenticated(call.Scope);
    }
}
