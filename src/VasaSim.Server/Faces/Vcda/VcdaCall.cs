using System.Diagnostics.CodeAnalysis;
using VasaSim.Core;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Model;
using VasaSim.Faults.Decisions;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Rest;
using VasaSim.Server.Faces.Vcda.Access;
using VasaSim.Server.Faces.Vcda.Operations;
using VasaSim.Server.Faces.Vcda.Wire;
using VasaSim.Server.Sessions;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Faces.Vcda;

/// <summary>A call of the API for cloud replications.</summary>
[method: SetsRequiredMembers]
internal sealed class VcdaCall(RestRequest<VcdaOperation> request, VcdaScope scope, Workspace workspace)
    : RestCall<VcdaOperation>(request, workspace, VcdaSession.TokenHeader)
{
    private GroupId[]? _groups;

    /// <summary>What answers.</summary>
    public VcdaScope Scope { get; } = scope;

    /// <summary>The site that the call is about: the one that answers unless the query names another.</summary>
    public string Site => NamedSite ?? Scope.Site;

    /// <summary>Who calls; only where the operation needs a session.</summary>
    public VcdaSession Caller => (VcdaSession)Session!;

    /// <inheritdoc/>
    public override string Face => FaceNames.Vcda;

    /// <inheritdoc/>
    public override string Realm => SessionRealms.Vcda;

    /// <inheritdoc/>
    public override CallTarget? CalledOn => Operation.Subject == Subject.None ? null : new CallTarget(Operation.Subject.ToString(), Path["id"]);

    /// <summary>
    /// The replication that the path names, as one of the cloud that it went to when the world was first asked; of the site
    /// that is called when there is none such.
    /// </summary>
    public override IReadOnlyList<GroupId> Groups => _groups ?? (Operation.Subject == Subject.None ? [] : [new GroupId(Site, Path["id"])]);

    /// <inheritdoc/>
    public override Outcome? RefuseStranger() => Operation.Anonymous
        ? null
        : Failed(ErrorCode.NotAuthenticated, "There is no session, or it is over; log in with POST /sessions.");

    /// <summary>Asks for the site, what the path names, whether the caller may, query and body, in this order.</summary>
    public override Outcome? Refuse(World world)
    {
        Locate(world);
        return Admission.Refuse(this, world) is { } failure ? Outcome.Failed(failure)
            : (Query.Problem(Operation.Query) ?? Body.Problem) is { } problem ? Failed(Operation.BadInput, problem)
            : null;
    }

    /// <inheritdoc/>
    public override Outcome Invoke(World world) => Operation.Handler(this, world);

    /// <inheritdoc/>
    public override string? TaskOf(Outcome outcome) => StartsTask && outcome.Value is TaskInfo task ? task.Id : null;

    /// <summary>The cloud that the query names, otherwise the one that the replication goes to, otherwise the one that answers.</summary>
    public override string? SiteName => NamedSite ?? (_groups is [{ FaultDomain: var destination }] ? destination : Scope.Site);

    /// <inheritdoc/>
    public override CallPlace PlaceIn(World world)
    {
        Locate(world);
        return new CallPlace(SiteName, null, null);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<GroupFacts> GroupsIn(World world)
    {
        Locate(world);
        return [.. Groups.Select(g => ReplicationFacts.Of(world, Operation.Subject, g.FaultDomain, g.DeviceGroup))];
    }

    /// <inheritdoc/>
    public override ICallFaults FaultsIn(World world) => new VcdaFaults(this, world);

    /// <inheritdoc/>
    public override Outcome Canceled() => Failed(ErrorCode.GeneralServerFailure, "The client has gone away.");

    /// <inheritdoc/>
    public override Outcome Crashed(long number) =>
        Failed(ErrorCode.GeneralServerFailure, $"General server failure: internal error #{number}; the simulator's log has the details.");

    /// <summary>The replication of a machine that the path names; only where the operation has one, and was not refused.</summary>
    public VmReplication Replication(World world) => world.Cloud.FindReplication(Path["id"])!;

    /// <summary>The replication of a vApp that the path names; only where the operation has one, and was not refused.</summary>
    public VappReplication VappReplication(World world) => world.Cloud.FindVappReplication(Path["id"])!;

    /// <summary>An error as the outcome.</summary>
    public static Outcome Failed(ErrorCode code, string message, params IReadOnlyList<string> args) => Outcome.Failed(VcdaFailure.Of(code, message, args));

    private string? NamedSite => Operation.Query.Contains(Parameters.Site) ? Query.Text(Parameters.Site.Name) : null;

    // The call may end the replication, or turn it round; it stays the same for rules and for the journal.
    private void Locate(World world)
    {
        if (_groups is null && Operation.Subject != Subject.None && ReplicationFacts.DestinationOf(world, Operation.Subject, Path["id"]) is { } site)
        {
            _groups = [new GroupId(site, Path["id"])];
        }
    }
}
