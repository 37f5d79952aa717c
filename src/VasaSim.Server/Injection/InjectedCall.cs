using VasaSim.Core;
using VasaSim.Core.Tasks;
using VasaSim.Faults.Actions;
using VasaSim.Faults.Decisions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Calls;

namespace VasaSim.Server.Injection;

/// <summary>
/// The way of one call past the rules. At each point the rules are asked in a turn on the world, so that what they see
/// and count belongs together; what takes time, or ends the call, is done between the turns. Belongs to its call.
/// </summary>
internal sealed class InjectedCall(Call call, RuleBook rules)
{
    /// <summary>Answers the call.</summary>
    public async ValueTask<Outcome> AnswerAsync()
    {
        Outcome outcome = await InterveneAsync(CallPhase.BeforeValidation) ?? CallPipeline.RefuseStranger(call) ?? await ValidateAsync();
        return outcome.Wire is null ? await InterveneAsync(CallPhase.DuringReply) ?? outcome : outcome;
    }

    private async ValueTask<Outcome?> InterveneAsync(CallPhase phase)
    {
        if (!rules.IsAsked(phase))
        {
            return null;
        }

        IReadOnlyList<Intervention> interventions = await call.Workspace.RunAsync(
            (Self: this, Phase: phase), static (world, s) => s.Self.Ask(world, s.Phase));
        return await Intervention.ActAsync(interventions, call);
    }

    private async ValueTask<Outcome> ValidateAsync()
    {
        Turn turn = await call.Workspace.RunAsync(this, static (world, self) => self.Validate(world), call.Recording);
        if (turn.Interrupted)
        {
            if (await Intervention.ActAsync(turn.Interventions, call) is { } instead)
            {
                return instead;
            }

            turn = await call.Workspace.RunAsync(
                (Self: this, Before: turn.Interventions), static (world, s) => s.Self.Refused(world) ?? s.Self.Do(world, s.Before), call.Recording);
        }

        if (turn.Waits)
        {
            Outcome outcome = await call.InvokeAsync();
            return outcome.Failure is null ? await InterveneAsync(CallPhase.AfterCommit) ?? outcome : outcome;
        }

        return await Intervention.ActAsync(turn.Interventions, call) ?? turn.Outcome;
    }

    private Turn Validate(World world)
    {
        if (Refused(world) is { } refused)
        {
            return refused;
        }

        IReadOnlyList<Intervention> interventions = Ask(world, CallPhase.AfterValidation);
        return interventions.Any(i => i.Interrupts) ? new Turn { Interrupted = true, Interventions = interventions } : Do(world, interventions);
    }

    private Turn? Refused(World world) => CallPipeline.Refuse(world, call) is { } refusal ? new Turn { Outcome = refusal } : null;

    private Turn Do(World world, IReadOnlyList<Intervention> before)
    {
        if (call.MayWait)
        {
            return new Turn { Waits = true };
        }

        // What is planted into a task has to be known before it starts, also when it is about what comes after the work.
        int first = call.Decisions.Count;
        IReadOnlyList<Intervention> after = rules.IsAsked(CallPhase.AfterCommit) ? Decide(world, CallPhase.AfterCommit) : [];
        Intervention[] all = [.. before, .. after];
        world.TaskOrder = Intervention.OrderOf(all);
        Outcome outcome = call.Invoke(world);
        world.TaskOrder = null;
        if (outcome.Failure is not null)
        {
            rules.Withdraw(call.Decisions[first..]);
            call.Decisions.RemoveRange(first, call.Decisions.Count - first);
            return new Turn { Outcome = outcome };
        }

        foreach (Intervention intervention in after)
        {
            intervention.Change(world, call);
        }

        return new Turn { Outcome = call.WithGroupFaults(outcome, all), Interventions = after };
    }

    private IReadOnlyList<Intervention> Ask(World world, CallPhase phase)
    {
        IReadOnlyList<Intervention> interventions = Decide(world, phase);
        foreach (Intervention intervention in interventions)
        {
            intervention.Change(world, call);
        }

        return interventions;
    }

    private IReadOnlyList<Intervention> Decide(World world, CallPhase phase)
    {
        FactsOfCall facts = new(world, call);
        if (!rules.MayApply(phase, facts))
        {
            return [];
        }

        if (call.Recording is { Facts: null } recording)
        {
            recording.Facts = FactsOfWorld.Record(world, call.PlaceIn(world), call.GroupsIn(world));
        }

        IReadOnlyList<Hit> hits = rules.Decide(phase, facts, world.Now, call.Decisions);
        return hits.Count == 0 ? [] : [.. hits.Select(h => Intervention.Of(h, phase, world, call))];
    }

    // What a turn on the world came to.
    private readonly record struct Turn()
    {
        public Outcome Outcome { get; init; }

        public bool Waits { get; init; }

        public bool Interrupted { get; init; }

        public IReadOnlyList<Intervention> Interventions { get; init; } = [];
    }
}
