using VasaSim.Faults.Rules;

namespace VasaSim.Faults.Actions;

/// <summary>What happens to a call. Several things may happen at once, as far as one call can bear them.</summary>
public sealed record RuleAction
{
    /// <summary>A fault of the API is raised.</summary>
    public FaultSpec? Fault { get; init; }

    /// <summary>In which shape the fault is told.</summary>
    /// <value>Default: null, <see cref="FaultShape.Auto"/>.</value>
    public FaultShape? As { get; init; }

    /// <summary>The HTTP status of an answer that is none of the API's, as a proxy or a starting service gives it.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The answer waits.</summary>
    public Latency? Latency { get; init; }

    /// <summary>The connection breaks.</summary>
    public ConnectionFault? Connection { get; init; }

    /// <summary>The caller's session ends.</summary>
    public bool? DropSession { get; init; }

    /// <summary>What becomes of the task that the call starts.</summary>
    public TaskSpec? Task { get; init; }

    /// <summary>Something in the world changes.</summary>
    public StateSpec? State { get; init; }

    /// <summary>The paired site is not there for the call.</summary>
    public PeerLoss? Peer { get; init; }

    /// <summary>The call is told this of machines, whatever is so.</summary>
    public ProtectionStatusSpec? ProtectionStatus { get; init; }

    /// <summary>More groups than a limit are refused.</summary>
    public BatchLimitSpec? BatchLimit { get; init; }

    /// <summary>The reply looks unusual, and is legal.</summary>
    public ReplySpec? Reply { get; init; }

    /// <summary>How long a connection hangs or a state lasts.</summary>
    /// <value>Default: null, until somebody ends it.</value>
    public TimeSpan? For { get; init; }

    /// <summary>One thing after the other, call by call.</summary>
    public IReadOnlyList<SequenceStep>? Sequence { get; init; }

    /// <summary>Whether it ends the asking of rules: the call's answer is settled by it.</summary>
    public bool IsTerminal => Fault is not null || HttpStatus is not null || Connection is not null || BatchLimit is not null || Sequence is not null;

    /// <summary>The point of a call that suits the action.</summary>
    public CallPhase DefaultPhase => this switch
    {
        { Sequence: [{ } first, ..] } => Sequence.Select(s => s.Do).FirstOrDefault(a => a != new RuleAction())?.DefaultPhase ?? first.Do.DefaultPhase,
        { Connection.Kind: ConnectionFaultKind.Refuse or ConnectionFaultKind.TlsAlert } => CallPhase.Connect,
        { Connection.Kind: ConnectionFaultKind.Truncate or ConnectionFaultKind.Drip } or { Reply: not null } => CallPhase.DuringReply,
        { HttpStatus: not null } or { DropSession: true } or { Peer: not null } => CallPhase.BeforeValidation,
        _ => CallPhase.AfterValidation,
    };
}
