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

    // A paired site that is down is no less so for who is logged in there; who is not may be refused for either.
    private static SrmFailure? RefusePeer(SrmCall call, World world)
    {
        bool down = call.PeerIn(world) == PeerState.Down;
        return down && IsNeeded(call, world, call.Operation.Contract.ServerDown) ? NotReachable(call.Scope)
            : call.Caller.RemoteUser is null && IsNeeded(call, world, NotAuthenticatedReach(call, world)) ? NotAuthenticated(call.Scope)
            : null;
    }

    // That of running a plan, which alone has it, was seen to be less strict than published.
    private static Reach NotAuthenticatedReach(SrmCall call, World world) =>
        world.Knobs.Recovery.RunWithoutRemoteSession && call.Operation.Contract == Contract.ErrorOrAddressed ? Reach.Ok : call.Operation.Contract.NotAuthenticated;

    private static bool IsNeeded(SrmCall call, World world, Reach reach) =>
        reach == Reach.Error || (reach == Reach.DependsOnProvidedParams && Addressed.IsAtPeer(call, world));
}
