using System.Diagnostics.CodeAnalysis;
using VasaSim.Core;
using VasaSim.Core.Model;
using VasaSim.Faults.Actions;
using VasaSim.Faults.Decisions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Rest;
using VasaSim.Server.Faces.Srm.Access;
using VasaSim.Server.Faces.Srm.Operations;
using VasaSim.Server.Faces.Srm.Wire;
using VasaSim.Server.Injection;
using VasaSim.Server.Sessions;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Faces.Srm;

/// <summary>A call of Site Recovery Manager.</summary>
[method: SetsRequiredMembers]
internal sealed class SrmCall(RestRequest<SrmOperation> request, SrmScope scope, Workspace workspace)
    : RestCall<SrmOperation>(request, workspace, SrmSession.TokenHeader)
{
    private IReadOnlyList<GroupId>? _groups;

    /// <summary>The site that answers, and the one that it is paired with.</summary>
    public SrmScope Scope { get; } = scope;

    /// <summary>Who the caller says it is, where it logs in; null: nobody.</summary>
    public BasicCredentials? Credentials { get; } = BasicCredentials.Read(request.Http.Request.Headers.Authorization);

    /// <summary>The URL of the request as its client has it, without the query.</summary>
    public string Url { get; } = $"{request.Http.Request.Scheme}://{request.Http.Request.Host}{request.Http.Request.Path.ToUriComponent()}";

    /// <summary>Who calls; only where the operation needs a session.</summary>
    public SrmSession Caller => (SrmSession)Session!;

    /// <inheritdoc/>
    public override string Face => FaceNames.Srm;

    /// <inheritdoc/>
    public override string Realm => SessionRealms.SrmAt(Scope.Here.Name);

    /// <summary>The last of what the path names, which is what the operation is about.</summary>
    public override CallTarget? CalledOn
    {
        get
        {
            string? name = Operation.Path.Split('/').LastOrDefault(p => p.StartsWith('{'))?.Trim('{', '}');
            return name is null ? null : new CallTarget(name.EndsWith("_id", StringComparison.Ordinal) ? name[..^3] : name == "taskId" ? "task" : name, Path[name]);
        }
    }

    /// <summary>Known once the call has come to the world.</summary>
    public override IReadOnlyList<GroupId> Groups => _groups ?? [];

    /// <inheritdoc/>
    public override IReadOnlyList<GroupFacts> GroupsIn(World world) => FactsOfWorld.GroupsOf(world, _groups ??= ReplicationGroups.Of(this, world));

    /// <inheritdoc/>
    public override Outcome? RefuseStranger() => Operation.Anonymous
        ? null
        : Failed(SrmFault.NotAuthenticated, "There is no session, or it is over; log in with POST /session.");

    /// <summary>Asks for what the path names, whether the caller may, whether the paired site is needed, query and body, in this order.</summary>
    public override Outcome? Refuse(World world)
    {
        _groups ??= ReplicationGroups.Of(this, world);
        return Admission.Refuse(this, world) is { } failure ? Outcome.Failed(failure)
            : (Query.Problem(Operation.Query) ?? Body.Problem) is { } problem ? Wrong(problem)
            : null;
    }

    /// <inheritdoc/>
    public override Outcome Invoke(World world) => Operation.Handler is { } handler
        ? handler(this, world)
        : Failed(SrmFault.NotSupported, $"{Operation.Id} is not simulated.");

    /// <inheritdoc/>
    public override string? TaskOf(Outcome outcome) => Operation.Status != 202 ? null : outcome.Value switch
    {
        TaskInfo task => task.Id,
        DrList<TaskInfo> { List: [var first, ..] } => first.Id,
        RecreateAllPlaceholderVmsResponse { Tasks: [var first, ..] } => first.Id,
        _ => null,
    };

    /// <summary>The site whose server the path names, otherwise the one that answers.</summary>
    public override string? SiteName => (NamedSite ?? Scope.Here).Name;

    /// <inheritdoc/>
    public override CallPlace PlaceIn(World world) => new(SiteName, null, null);

    /// <inheritdoc/>
    public override ICallFaults FaultsIn(World world) => new SrmFaults(this);

    /// <inheritdoc/>
    internal override void Deceive(RuleAction action, IReadOnlyList<int> groups) =>
        Deception.Note(action, groups.Count < Groups.Count ? [.. groups.Select(i => Groups[i])] : null);

    /// <inheritdoc/>
    public override Outcome Canceled() => Failed(SrmFault.InternalError, "The client has gone away.");

    /// <inheritdoc/>
    public override Outcome Crashed(long number) => Failed(SrmFault.InternalError, $"Internal error #{number}; the simulator's log has the details.");

    /// <summary>The site whose server the path names; null when it names none.</summary>
    public SrmSite? NamedSite =>
        Path.TryGetValue("srm_id", out string? srm) ? Scope.SiteOfSrm(srm)
        : Path.TryGetValue("vcenter_id", out string? vcenter) ? Scope.SiteOfVcenter(vcenter)
        : null;

    /// <summary>The ids of what it names and tells.</summary>
    public DrIds Ids => new(Scope);

    /// <summary>How the paired site stands to the call.</summary>
    public PeerState PeerIn(World world) => Deception.Peer ?? PeerConnection.StateOf(world, Scope, Session as SrmSession);

    /// <summary>Since when the paired site does not answer; null while it does.</summary>
    public DateTimeOffset? PeerDownSince(World world) => PeerConnection.DownSince(world, Scope) ?? (Deception.Peer == PeerState.Down ? world.Now : null);

    /// <summary>What rules let it believe.</summary>
    public Deception Deception { get; } = new();

    /// <summary>What of an answer cannot be told without the paired site.</summary>
    /// <param name="world">The world.</param>
    /// <param name="parts">The JSONPaths of what only the paired site knows.</param>
    public IReadOnlyList<MetaError> Missing(World world, IEnumerable<string> parts)
    {
        PeerState state = PeerIn(world);
        if (Operation.Contract.In(state) != Reach.PartialData)
        {
            return [];
        }

        SrmFailure why = state == PeerState.Down ? Admission.NotReachable(Scope) : Admission.NotAuthenticated(Scope);
        return [.. parts.Select(p => new MetaError(why.Code, why.Message, p))];
    }

    /// <summary>Something alone as the outcome.</summary>
    /// <param name="resource">What is told.</param>
    /// <param name="world">The world.</param>
    /// <param name="partsOfPeer">The JSONPaths of what only the paired site knows.</param>
    public Outcome Entity(Resource resource, World world, params IEnumerable<string> partsOfPeer) =>
        Outcome.Result(resource with { Meta = new Metadata(Missing(world, partsOfPeer)) });

    /// <summary>What was sent makes no sense.</summary>
    public static Outcome Wrong(string problem) => Failed(SrmFault.InvalidArgument, problem);

    /// <summary>An error as the outcome.</summary>
    public static Outcome Failed(SrmFault fault, string message) => Outcome.Failed(SrmFailure.Of(fault, message));
}
