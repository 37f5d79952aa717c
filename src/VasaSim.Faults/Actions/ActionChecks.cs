namespace VasaSim.Faults.Actions;

/// <summary>What can be said of an action without knowing the API.</summary>
internal static class ActionChecks
{
    /// <summary>What is wrong with it, or null.</summary>
    public static string? ProblemOf(RuleAction action)
    {
        int answers = new object?[] { action.Fault, action.HttpStatus, action.BatchLimit }.Count(o => o is not null);
        return action switch
        {
            _ when action == new RuleAction() => "do needs something to do: fault, httpStatus, latency, connection, session, task, state, peer, protectionStatus, batchLimit, reply or sequence",
            { Sequence: not null } when action != new RuleAction { Sequence = action.Sequence } => "what is beside a sequence belongs into its steps",
            { Sequence.Count: 0 } => "a sequence needs steps",
            _ when answers > 1 => "a call has one answer: fault, httpStatus or batchLimit",
            { As: not null, Fault: null } => "as goes with fault",
            { Connection.Kind: not (ConnectionFaultKind.Truncate or ConnectionFaultKind.Drip) } when answers > 0 => "no answer comes over a connection that breaks; truncate and drip can go with one",
            { For: not null } when action.Connection?.Kind != ConnectionFaultKind.Hang => "for goes with connection: hang; a state and a task have a for of their own",
            { Connection.Kind: ConnectionFaultKind.Refuse or ConnectionFaultKind.TlsAlert } when action != new RuleAction { Connection = action.Connection } =>
                "a connection that is refused has nothing else happen to it",
            _ => null,
        };
    }
}
