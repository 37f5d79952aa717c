using VasaSim.Core;
using VasaSim.Core.Cloud.Model;
using VasaSim.Server.Faces.Vcda.Operations;

namespace VasaSim.Server.Faces.Vcda.Access;

/// <summary>Whether a call may be made: its site, the replication that it names, and what its caller may do there.</summary>
internal static class Admission
{
    /// <summary>Why the call may not be made, or null.</summary>
    public static VcdaFailure? Refuse(VcdaCall call, World world) => call.Operation.Anonymous
        ? null
        : RefuseSite(call, world, call.Site) ?? RefuseParameters(call) ?? RefuseSubject(call, world);

    /// <summary>Why a site cannot be called for the caller, or null: it does not exist, wants a login, or does not answer.</summary>
    public static VcdaFailure? RefuseSite(VcdaCall call, World world, string site) =>
        Find(world, site) is null ? SiteNotFound(site)
        : RefuseWithoutLogin(call, world, site) ?? (IsReached(world, call.Scope.Site, site) ? null : DoesNotAnswer(site));

    /// <summary>Why the caller cannot do something at a site, or null: at a cloud other than the one that answers a login is needed.</summary>
    public static VcdaFailure? RefuseWithoutLogin(VcdaCall call, World world, string site) =>
        site == call.Scope.Site || !world.Knobs.Cloud.RequireRemoteLogin || call.Caller.IsGoodFor(site) || Find(world, site)?.Kind == CloudSiteKind.Vcenter
            ? null
            : NeedsLogin(site);

    /// <summary>The site, or null.</summary>
    public static CloudSite? Find(World world, string site) => world.Cloud.FindSite(site);

    /// <summary>Whether a site answers another.</summary>
    public static bool IsReached(World world, string from, string to) => from == to || world.FindLink(from, to) is not { Up: false };

    /// <summary>The session is not good for the site.</summary>
    public static VcdaFailure NeedsLogin(string site) => VcdaFailure.Of(
        ErrorCode.RemoteAuthenticationFailure, $"The session is not authenticated at the site '{site}'; POST /sessions/extend does it.", site);

    /// <summary>There is no such site.</summary>
    public static VcdaFailure SiteNotFound(string site) => VcdaFailure.Of(ErrorCode.SiteNotFound, $"There is no site '{site}'.", site);

    /// <summary>The site does not answer.</summary>
    public static VcdaFailure DoesNotAnswer(string site) =>
        VcdaFailure.Of(ErrorCode.GeneralServerFailure, $"General server failure: the site '{site}' does not answer.", site);

    /// <summary>The caller may not do it.</summary>
    public static VcdaFailure Forbidden() => VcdaFailure.Of(ErrorCode.Forbidden, "Permission denied.");

    /// <summary>There is no such replication at the site; only for calls that name one.</summary>
    public static VcdaFailure NotFound(VcdaCall call, ErrorCode code) =>
        VcdaFailure.Of(code, $"There is no replication '{call.Path["id"]}' at the site '{call.Site}'.", call.Path["id"]);

    private static VcdaFailure? RefuseParameters(VcdaCall call) =>
        !call.Caller.IsAdministrator && call.Operation.Query.Any(q => q.AdminsOnly && call.Query.Text(q.Name) is not null) ? Forbidden() : null;

    private static VcdaFailure? RefuseSubject(VcdaCall call, World world) => call.Operation.Subject switch
    {
        Subject.VmReplication => world.Cloud.FindReplication(call.Path["id"]) is { } found
            ? RefuseReplication(call, world, found.Owner, found.Source, found.Destination, ErrorCode.VmReplicationNotFound)
            : NotFound(call, ErrorCode.VmReplicationNotFound),
        Subject.VappReplication => world.Cloud.FindVappReplication(call.Path["id"]) is { } found
            ? RefuseReplication(call, world, found.Owner, found.Source, found.Destination, ErrorCode.VappReplicationNotFound)
            : NotFound(call, ErrorCode.VappReplicationNotFound),
        _ => null,
    };

    private static VcdaFailure? RefuseReplication(
        VcdaCall call, World world, string owner, ReplicationEnd source, ReplicationEnd destination, ErrorCode missing)
    {
        if (source.Site != call.Site && destination.Site != call.Site)
        {
            return NotFound(call, missing);
        }

        if (!(call.Operation.Changes ? call.Caller.Changes(owner, source, destination) : call.Caller.Sees(owner, source, destination)))
        {
            return Forbidden();
        }

        return call.Operation.Needs switch
        {
            NeededEnds.Destination => RefuseWithoutLogin(call, world, destination.Site),
            NeededEnds.Both => RefuseWithoutLogin(call, world, source.Site) ?? RefuseWithoutLogin(call, world, destination.Site),
            _ => null,
        };
    }
}
