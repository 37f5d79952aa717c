using VasaSim.Faults.Actions;

namespace VasaSim.Faults.Rules;

/// <summary>What can be said of a rule without knowing the API.</summary>
internal static class RuleChecks
{
    /// <summary>What is wrong with it, or null.</summary>
    public static string? ProblemOf(Rule rule)
    {
        if (rule.Phase == CallPhase.Connect)
        {
            return rule.Match != new Match() || rule.When.Key is { Count: > 0 }
                ? "nothing is known of a call when a client connects: refuse and tlsAlert go without match and key"
                : rule.At is not null ? "refuse and tlsAlert happen when a client connects; leave out at" : null;
        }

        if (rule.Do.Sequence?.Any(s => s.Do.DefaultPhase == CallPhase.Connect) == true)
        {
            return "refuse and tlsAlert cannot be steps of a sequence of calls";
        }

        return rule.At is null ? null : EveryAction(rule).Select(a => ProblemOf(a, rule.Phase)).FirstOrDefault(p => p is not null);
    }

    private static IEnumerable<RuleAction> EveryAction(Rule rule) => rule.Do.Sequence?.Select(s => s.Do) ?? [rule.Do];

    private static string? ProblemOf(RuleAction action, CallPhase at) => action switch
    {
        { Connection.Kind: ConnectionFaultKind.Refuse or ConnectionFaultKind.TlsAlert } => "refuse and tlsAlert happen when a client connects; leave out at",
        { Task: not null } when at != CallPhase.AfterValidation => "a task is ordered before it starts: at afterValidation, or leave out at",
        { As: FaultShape.TaskError or FaultShape.GroupError or FaultShape.Warning or FaultShape.Summary } when at is CallPhase.BeforeValidation or CallPhase.DuringReply =>
            "faults of tasks and groups are planted at afterValidation (instead of the work) or afterCommit (the work is done)",
        { Peer: not null } when at != CallPhase.BeforeValidation => "whether the paired site is there is asked before the work: at beforeValidation, or leave out at",
        { ProtectionStatus: not null } when at is not (CallPhase.BeforeValidation or CallPhase.AfterValidation) =>
            "what is told of machines is settled before the answer: at beforeValidation or afterValidation",
        { BatchLimit: not null } when at is not (CallPhase.BeforeValidation or CallPhase.AfterValidation) => "a batch limit refuses calls before they are done: at beforeValidation or afterValidation",
        _ => null,
    };
}
