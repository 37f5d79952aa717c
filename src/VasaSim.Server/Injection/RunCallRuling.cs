using VasaSim.Core;
using VasaSim.Core.Faults;
using VasaSim.Core.Recovery.Plans.Runs;
using VasaSim.Faults.Decisions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Calls;

namespace VasaSim.Server.Injection;

/// <summary>What the fault rules decided of a call that a run makes. Used in the turn in which it is made.</summary>
internal sealed class RunCallRuling : CallRuling
{
    private readonly VmodlCall _call;
    private readonly List<Intervention> _after = [];
    private readonly int _decidedBefore;

    /// <summary>Asks the rules.</summary>
    public RunCallRuling(World world, VmodlCall call)
    {
        _call = call;
        List<Intervention> before = [];
        foreach (CallPhase phase in new[] { CallPhase.BeforeValidation, CallPhase.AfterValidation })
        {
            if (Answer is null)
            {
                Answer = Decide(world, phase, before);
            }
        }

        foreach (Intervention intervention in before)
        {
            intervention.Change(world, call);
        }

        _decidedBefore = call.Decisions.Count;
        if (Answer is null)
        {
            Decide(world, CallPhase.AfterCommit, _after);
        }

        Order = Intervention.OrderOf([.. before, .. _after]);
    }

    /// <summary>What was decided, in order.</summary>
    public IReadOnlyList<Decision> Decisions => _call.Decisions;

    /// <summary>What the world was like then; null when no rule had to be asked.</summary>
    public RecordedFacts? Facts { get; private set; }

    /// <inheritdoc/>
    public override void End(World world, bool started)
    {
        if (!started)
        {
            // What was to come after the work is about nothing.
            _call.Workspace.Rules.Withdraw(_call.Decisions[_decidedBefore..]);
            _call.Decisions.RemoveRange(_decidedBefore, _call.Decisions.Count - _decidedBefore);
            return;
        }

        foreach (Intervention intervention in _after)
        {
            intervention.Change(world, _call);
        }
    }

    private Fault? Decide(World world, CallPhase phase, List<Intervention> made)
    {
        RuleBook rules = _call.Workspace.Rules;
        FactsOfCall facts = new(world, _call);
        if (!rules.MayApply(phase, facts))
        {
            return null;
        }

        Facts ??= FactsOfWorld.Record(world, _call.PlaceIn(world), _call.GroupsIn(world));
        Fault? answer = null;
        foreach (Hit hit in rules.Decide(phase, facts, world.Now, _call.Decisions))
        {
            Intervention intervention = Intervention.Of(hit, phase, world, _call);
            made.Add(intervention);
            answer = AnswerOf(world, hit, intervention) ?? answer;
        }

        return answer;
    }

    private Fault? AnswerOf(World world, Hit hit, Intervention intervention) => intervention switch
    {
        { Answer.Wire: not null } or { Action.Connection: not null } => new SystemError("The Storage Monitoring Service gave no answer."),
        { Answer: null } => null,
        { Action.BatchLimit: { } limit } => new TooMany(limit.Reported),
        _ => _call.FaultsIn(world).Foreign(hit.Fault!, hit.Action.Fault!, null),
    };
}
