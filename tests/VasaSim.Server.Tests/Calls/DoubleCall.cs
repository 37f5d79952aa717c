using VasaSim.Core;
using VasaSim.Core.Model;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Faults.Rules;
using VasaSim.Server.Calls;
using VasaSim.Server.Sessions;

namespace VasaSim.Server.Tests.Calls;

/// <summary>
/// A call of an API that is none of the vSphere kind. Its operations: <c>login</c>, <c>sites</c> of the session,
/// <c>extend</c> them, <c>wait</c>, <c>crash</c>, and <c>sync</c>, which starts a task for the groups.
/// </summary>
internal sealed class DoubleCall : Call
{
    public const string Name = "double";

    public IReadOnlyList<GroupId> Named { get; init; } = [];

    public override string Face => Name;

    public override string Realm => Name;

    public override OperationKind Kind => OperationName switch
    {
        "login" => OperationKind.Session,
        "sync" => OperationKind.Task,
        _ => OperationKind.Query,
    };

    public override IReadOnlyList<GroupId> Groups => Named;

    public override CallTarget? CalledOn => Named is [var first, ..] ? new CallTarget("pair", first.DeviceGroup) : null;

    public override bool MayWait => OperationName == "wait";

    public override Outcome? RefuseStranger() => OperationName == "login" ? null : Failed(401, "NotAuthenticated", "log in");

    public override Outcome? Refuse(World world) => Named.Any(g => world.FindGroup(g) is null) ? Failed(404, "PairNotFound", "no such pair") : null;

    public override Outcome Invoke(World world) => OperationName switch
    {
        "login" => LogIn(world),
        "sites" => Outcome.Result(string.Join(',', ((DoubleSession)Session!).Sites)),
        "extend" => Extend(),
        "sync" => Sync(world),
        _ => throw new InvalidOperationException("a bug of the face"),
    };

    public override async ValueTask<Outcome> InvokeAsync() => Outcome.Result(await Workspace.RunAsync(static world => $"waited until {world.Now:O}"));

    public override string? TaskOf(Outcome outcome) => (outcome.Value as ReplicationTask)?.Id;

    public override CallPlace PlaceIn(World world) => Named is [var first, ..] ? new CallPlace(first.FaultDomain, "double-1", "Double") : default;

    public override ICallFaults FaultsIn(World world) => new DoubleFaults();

    public override Outcome Canceled() => Failed(499, "Canceled", "gone");

    public override Outcome Crashed(long number) => Failed(500, "GeneralServerFailure", $"internal error #{number}");

    private Outcome LogIn(World world)
    {
        User user = Workspace.Sessions.Users.Users.First();
        StartedSession = Workspace.Sessions.Begin(
            Realm, user, world.Now, UserAgent, ClientAddress, "en", static start => new DoubleSession(start, "here"));
        return Outcome.Done;
    }

    private Outcome Extend()
    {
        ((DoubleSession)Session!).Sites.Enqueue("there");
        return Outcome.Done;
    }

    private Outcome Sync(World world) => ReplicationTasks
        .Start(world, new ReplicationCommand
        {
            Operation = ReplicationOperation.Sync,
            Method = OperationName,
            Provider = "vasaProvider-3",
            Groups = [.. Named.Select(g => new GroupSelection(g))],
            ReplicaName = "double",
        })
        .TryGet(out ReplicationTask? task, out _) ? Outcome.Result(task) : Failed(409, "Refused", "refused");

    private static Outcome Failed(int status, string code, string message) => Outcome.Failed(new DoubleFailure(status, code, message));
}
