using System.Globalization;
using VasaSim.Configuration.Shapes;
using VasaSim.Faults.Rules;

namespace VasaSim.Faults.Actions;

/// <summary>How actions are written.</summary>
internal static class ActionShapes
{
    private const string Forever = "forever";

    private static readonly Shape<FaultSpec> _fault = new FaultSpecShape();

    /// <summary>The shapes of faults.</summary>
    public static Shape<FaultShape> FaultShapes { get; } = ShapeOf.Choice(
        ("auto", FaultShape.Auto),
        ("soapFault", FaultShape.SoapFault),
        ("taskError", FaultShape.TaskError),
        ("groupError", FaultShape.GroupError),
        ("warning", FaultShape.Warning),
        ("summary", FaultShape.Summary));

    private static readonly Shape<Latency> _latency = new ObjectShape<Latency>("latency", new Keys<Latency>()
        .Add("fixed", ShapeOf.Duration, l => l.Fixed, (l, v) => l with { Fixed = v }, "Always the same.")
        .Add("uniform", new ObjectShape<UniformLatency>("uniform", new Keys<UniformLatency>()
            .Add<TimeSpan>("min", ShapeOf.Duration, l => l.Min, (l, v) => l with { Min = v }, "The shortest.", required: true)
            .Add<TimeSpan>("max", ShapeOf.Duration, l => l.Max, (l, v) => l with { Max = v }, "The longest.", required: true))
        {
            Check = l => l.Min <= l.Max ? null : "min is more than max",
        }, l => l.Uniform, (l, v) => l with { Uniform = v }, "Evenly between two times.")
        .Add("lognormal", new ObjectShape<LognormalLatency>("lognormal", new Keys<LognormalLatency>()
            .Add<TimeSpan>("p50", ShapeOf.Duration, l => l.P50, (l, v) => l with { P50 = v }, "The median.", required: true)
            .Add<TimeSpan>("p99", ShapeOf.Duration, l => l.P99, (l, v) => l with { P99 = v }, "The 99th percentile.", required: true))
        {
            Check = l => l.P50 > TimeSpan.Zero && l.P50 <= l.P99 ? null : "p50 is above 0 and not more than p99",
        }, l => l.Lognormal, (l, v) => l with { Lognormal = v }, "A log-normal distribution.")
        .Add("clock", ShapeOf.Choice(("real", false), ("simulated", true)), l => l.Simulated, (l, v) => l with { Simulated = v }, "real time unless given, or simulated time."))
    {
        Short = ShapeOf.As(ShapeOf.Duration, d => new Latency { Fixed = d }, l => l.Fixed!.Value),
        IsShort = l => l is { Fixed: not null, Simulated: null },
        Check = l => new object?[] { l.Fixed, l.Uniform, l.Lognormal }.Count(o => o is not null) == 1 ? null : "latency is one of fixed, uniform, lognormal",
    };

    private static readonly Shape<TaskSpec> _task = new ObjectShape<TaskSpec>("task", new Keys<TaskSpec>()
        .Add("holdAt", ShapeOf.Whole(0, 99), t => t.HoldAt, (t, v) => t with { HoldAt = v }, "Stands still at so many percent.")
        .Add("for", ShapeOf.Duration, t => t.For, (t, v) => t with { For = v }, "So long, in simulated time; until somebody lets it go unless given.")
        .Add("then", new ObjectShape<TaskEnd>("then", new Keys<TaskEnd>()
            .Add("fault", _fault, t => t.Fault, (t, v) => t with { Fault = v }, "The fault.", required: true)
            .Add("as", FaultShapes, t => t.As, (t, v) => t with { As = v }, "taskError or groupError.")), t => t.Then, (t, v) => t with { Then = v }, "What it comes to in the end.")
        .Add("slow", ShapeOf.Number(0, 1_000_000), t => t.Slow, (t, v) => t with { Slow = v }, "Takes so many times as long.")
        .Add("failAt", ShapeOf.Whole(0, 99), t => t.FailAt, (t, v) => t with { FailAt = v }, "Ends in error at so many percent.")
        .Add("with", _fault, t => t.With, (t, v) => t with { With = v }, "That error.")
        .Add("forget", ShapeOf.Flag, t => t.Forget, (t, v) => t with { Forget = v }, "The service knows nothing of it any more; its work is done all the same.")
        .Add("polls", ShapeOf.Whole(1), t => t.Polls, (t, v) => t with { Polls = v }, "Ends when it was asked for so many times, whatever the time."))
    {
        Check = t => t switch
        {
            { FailAt: not null, With: null } or { FailAt: null, With: not null } => "failAt and with go together",
            { HoldAt: null, For: not null } => "for goes with holdAt",
            _ => null,
        },
    };

    private static readonly Shape<StateSpec> _state = new ObjectShape<StateSpec>("state", new Keys<StateSpec>()
        .Add("provider", ShapeOf.Word("online", "offline", "disconnected"), s => s.Provider, (s, v) => s with { Provider = v }, "The provider's status.")
        .Add("of", ShapeOf.Text, s => s.Of, (s, v) => s with { Of = v }, "The provider's id; that of the call unless given.")
        .Add("link", ShapeOf.Choice(("up", true), ("down", false)), s => s.LinkUp, (s, v) => s with { LinkUp = v }, "Whether the link is up.")
        .Add("ends", ShapeOf.List(ShapeOf.Text), s => s.Ends, (s, v) => s with { Ends = v }, "The two fault domains or clouds; those of the call's groups unless given.")
        .Add("for", ShapeOf.Duration, s => s.For, (s, v) => s with { For = v }, "So long, in simulated time; for good unless given."))
    {
        Check = s => s switch
        {
            { Provider: null, LinkUp: null } => "state is provider, link or both",
            { Ends: not null and not { Count: 2 } } => "ends are two fault domains or two clouds",
            { Provider: null, Of: not null } => "of goes with provider",
            { LinkUp: null, Ends: not null } => "ends goes with link",
            _ => null,
        },
    };

    private static readonly Shape<ProtectionStatusSpec> _protectionStatus = new ObjectShape<ProtectionStatusSpec>("protectionStatus", new Keys<ProtectionStatusSpec>()
        .Add("status", ShapeOf.Word([.. ProtectionStatusSpec.Statuses]), p => p.Status, (p, v) => p with { Status = v }, "The status.", required: true)
        .Add("errors", ShapeOf.List(ShapeOf.Text), p => p.Errors, (p, v) => p with { Errors = v }, "What there is to say about it; nothing unless given.")
        .Add("machines", GlobShapes.Many, p => p.Machines, (p, v) => p with { Machines = v }, "The names or ids of the machines, with * and ?; all unless given."));

    private static readonly Shape<BatchLimitSpec> _batchLimit = new ObjectShape<BatchLimitSpec>("batchLimit", new Keys<BatchLimitSpec>()
        .Add<int>("enforced", ShapeOf.Whole(1), b => b.Enforced, (b, v) => b with { Enforced = v }, "More groups than this are refused with TooMany.", required: true)
        .Add("reported", ShapeOf.Long, b => b.Reported, (b, v) => b with { Reported = v }, "The maxBatchSize that TooMany tells; none unless given. 0 and less exist too."));

    private static readonly Shape<ReplySpec> _reply = new ObjectShape<ReplySpec>("reply", new Keys<ReplySpec>()
        .Add("namespacePrefixes", ShapeOf.Choice(("random", true), ("usual", false)), r => r.NamespacePrefixes, (r, v) => r with { NamespacePrefixes = v }, "SOAP: random prefixes for the namespaces.")
        .Add("omitOptional", ShapeOf.Flag, r => r.OmitOptional, (r, v) => r with { OmitOptional = v }, "Members that may be left out are.")
        .Add("chunked", ShapeOf.Flag, r => r.Chunked, (r, v) => r with { Chunked = v }, "The body comes in chunks, without a length."));

    private static readonly Shape<int> _pass = ShapeOf.Parsed(
        "a number from 1, or forever",
        "^([1-9][0-9]*|forever)$",
        static t => t == Forever ? (true, int.MaxValue) : (int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n > 0, n),
        static p => p == int.MaxValue ? Forever : p.ToString(CultureInfo.InvariantCulture),
        min: 1);

    private static readonly Shape<SequenceStep> _step = new ObjectShape<SequenceStep>("a step", AddAll(
        new Keys<SequenceStep>()
            .Add("pass", _pass, s => s.Pass, (s, v) => s with { Pass = v }, "So many calls pass; forever for all.")
            .Add("times", ShapeOf.Whole(1), s => s.Times, (s, v) => s with { Times = v }, "For so many calls; one unless given. The last step goes on for ever."),
        s => s.Do,
        (s, change) => s with { Do = change(s.Do) }))
    {
        Check = s => s switch
        {
            { Pass: not null, Times: not null } => "pass says for how many calls; leave out times",
            { Pass: not null } when s.Do != new RuleAction() => "a step that lets calls pass does nothing else",
            { Pass: not null } => null,
            _ when s.Do == new RuleAction() => "a step needs something to do, or pass",
            _ => ActionChecks.ProblemOf(s.Do),
        },
    };

    /// <summary>What a rule does.</summary>
    public static Shape<RuleAction> Action { get; } = new ObjectShape<RuleAction>("do", AddAll(new Keys<RuleAction>(), a => a, (a, change) => change(a))
        .Add("sequence", ShapeOf.List(_step), a => a.Sequence, (a, v) => a with { Sequence = v }, "One step after the other, matching call by matching call."))
    {
        Check = ActionChecks.ProblemOf,
    };

    private static Keys<T> AddAll<T>(Keys<T> keys, Func<T, RuleAction> get, Func<T, Func<RuleAction, RuleAction>, T> set) => keys
        .Add("fault", _fault, o => get(o).Fault, (o, v) => set(o, a => a with { Fault = v }), "A fault of the API: its name, or type and members, or oneOf with weights.")
        .Add("as", FaultShapes, o => get(o).As, (o, v) => set(o, a => a with { As = v }), "The shape of the fault; auto unless given.")
        .Add("httpStatus", ShapeOf.Whole(400, 599), o => get(o).HttpStatus, (o, v) => set(o, a => a with { HttpStatus = v }), "An HTTP status without an answer of the API.")
        .Add("latency", _latency, o => get(o).Latency, (o, v) => set(o, a => a with { Latency = v }), "The answer waits: 200ms, uniform or lognormal.")
        .Add("connection", new ConnectionShape(), o => get(o).Connection, (o, v) => set(o, a => a with { Connection = v }), "The connection breaks.")
        .Add("session", ShapeOf.Choice(("drop", true)), o => get(o).DropSession, (o, v) => set(o, a => a with { DropSession = v }), "drop: the caller's session ends.")
        .Add("task", _task, o => get(o).Task, (o, v) => set(o, a => a with { Task = v }), "What becomes of the task that the call starts.")
        .Add("state", _state, o => get(o).State, (o, v) => set(o, a => a with { State = v }), "Something in the world changes.")
        .Add("peer", ShapeOf.Choice(("down", PeerLoss.Down), ("notAuthenticated", PeerLoss.NotAuthenticated)), o => get(o).Peer, (o, v) => set(o, a => a with { Peer = v }), "The call does what it does while the paired site is down, or without a login there.")
        .Add("protectionStatus", _protectionStatus, o => get(o).ProtectionStatus, (o, v) => set(o, a => a with { ProtectionStatus = v }), "The call is told this of machines of a protection group.")
        .Add("batchLimit", _batchLimit, o => get(o).BatchLimit, (o, v) => set(o, a => a with { BatchLimit = v }), "A limit on the groups of a call.")
        .Add("reply", _reply, o => get(o).Reply, (o, v) => set(o, a => a with { Reply = v }), "The reply looks unusual, and is legal.")
        .Add("for", ShapeOf.Duration, o => get(o).For, (o, v) => set(o, a => a with { For = v }), "How long a connection hangs, in real time; until the client gives up unless given.");
}
