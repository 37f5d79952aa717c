using VasaSim.Core.Control;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Core.Recovery.Plans.Queries;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Recovery.Plans;

/// <summary>Each state comes by what it is for, and allows what the table says and nothing else.</summary>
public sealed class PlanStateTests
{
    private const string One = "fd-a1/rg-01";
    private const string Two = "fd-a1/rg-02";

    private static readonly PlanCommand[] Commands =
    [
        PlanWorld.Test, PlanWorld.Cleanup, PlanWorld.Disaster, PlanWorld.Reprotect, new ReconfigurePlanCommand { Description = "new" }, new DeletePlanCommand(),
    ];

    private static readonly Dictionary<PlanState, Func<PlanWorld>> Ways = new()
    {
        [PlanState.ReadyState] = () => PlanWorld.Of(One),
        [PlanState.NoProtectionGroups] = () => With(PlanWorld.Of(), _ => { }),
        [PlanState.DirectionError] = () => With(PlanWorld.Of(One, Two), l => Other(l, 0, PlanWorld.Disaster, PlanWorld.Reprotect)),
        [PlanState.Deleting] = () => With(PlanWorld.Of(One), l => l.Begin(new DeletePlanCommand())),
        [PlanState.WaitingForUserInput] = () => With(PlanWorld.Of(One), l => { Prompt(l, StepKind.RestoreHosts); l.Begin(PlanWorld.Test); l.UntilAt(StepKind.Callout); }),
        [PlanState.CancelInProgress] = () => With(PlanWorld.Of(One), l => { l.Begin(PlanWorld.Test); Assert.Null(PlanTasks.Cancel(l.World, l.Plan.Id)); }),
        [PlanState.TestInProgress] = () => With(PlanWorld.Of(One), l => l.Begin(PlanWorld.Test)),
        [PlanState.ProtectionGroupsInUse] = () => With(PlanWorld.Of(One, Two), l => Other(l, 0, PlanWorld.Test)),
        [PlanState.TestComplete] = () => With(PlanWorld.Of(One), l => l.Run(PlanWorld.Test)),
        [PlanState.TestInterrupted] = () => Interrupted(PlanWorld.Of(One), PlanWorld.Test),
        [PlanState.CleanupInProgress] = () => With(PlanWorld.Of(One), l => { l.Run(PlanWorld.Test); l.Begin(PlanWorld.Cleanup); }),
        [PlanState.CleanupIncomplete] = () => With(PlanWorld.Of(One), l =>
        {
            l.Run(PlanWorld.Test);
            l.Lab.Provider(Inventory.B1, new ProviderPatch { Busy = true });
            Assert.IsType<ProviderBusy>(l.Run(PlanWorld.Cleanup));
            l.Lab.Provider(Inventory.B1, new ProviderPatch { Busy = false });
        }),
        [PlanState.CleanupInterrupted] = () => With(PlanWorld.Of(One), l => { l.Run(PlanWorld.Test); Interrupted(l, PlanWorld.Cleanup); }),
        [PlanState.RecoveryInProgress] = () => With(PlanWorld.Of(One), l => l.Begin(PlanWorld.Planned)),
        [PlanState.RecoveryComplete] = () => With(PlanWorld.Of(One), l => Assert.Null(l.Run(PlanWorld.Planned))),
        [PlanState.PartialRecovery] = () => With(PlanWorld.Of(One, Two), l => Other(l, 0, PlanWorld.Planned)),
        [PlanState.RecoverySplitBrain] = () => With(PlanWorld.Of(One), l => { Apart(l); l.Lab.Link("fd-a1", "fd-b1", true); }),
        [PlanState.DisasterRecoveryComplete] = () => With(PlanWorld.Of(One), Apart),
        [PlanState.IncompleteRecovery] = () => With(PlanWorld.Of(One), l =>
        {
            l.Begin(PlanWorld.Planned);
            l.UntilAt(StepKind.PrepareStorage);
            PlanTasks.Cancel(l.World, l.Plan.Id);
            l.Lab.Settle();
        }),
        [PlanState.RecoveryInterrupted] = () => Interrupted(PlanWorld.Of(One), PlanWorld.Disaster, StepKind.PrepareStorage),
        [PlanState.ReprotectInProgress] = () => With(PlanWorld.Of(One), l => { l.Run(PlanWorld.Planned); l.Begin(PlanWorld.Reprotect); }),
        [PlanState.IncompleteReprotect] = () => With(PlanWorld.Of(One), l =>
        {
            l.Run(PlanWorld.Planned);
            l.Lab.Link("fd-a1", "fd-b1", false);
            Assert.IsType<PeerNotReachable>(l.Run(PlanWorld.Reprotect));
            l.Lab.Link("fd-a1", "fd-b1", true);
        }),
        [PlanState.PartialReprotect] = () => With(PlanWorld.Of(One, Two), l => { l.Run(PlanWorld.Planned); Other(l, 0, PlanWorld.Reprotect); }),
        [PlanState.ReprotectInterrupted] = () => With(PlanWorld.Of(One), l => { l.Run(PlanWorld.Planned); Interrupted(l, PlanWorld.Reprotect); }),
        [PlanState.UnknownState] = () => With(PlanWorld.Of(One), l => l.World.Remove(l.World.FindGroup(TestWorld.Id(One))!)),
        [PlanState.SyncConflict] = () => With(PlanWorld.Of(One), l =>
        {
            l.Lab.Link("fd-a1", "fd-b1", false);
            l.Run(new ReconfigurePlanCommand { Description = "a" }, site: "A");
            l.Run(new ReconfigurePlanCommand { Description = "b" }, site: "B");
            l.Lab.Link("fd-a1", "fd-b1", true);
        }),
    };

    public static TheoryData<PlanState> States => [.. Ways.Keys];

    // Which commands are taken: test, cleanup, recovery, reprotect, reconfigure, delete, cancel, dismiss.
    private static string Expected(PlanState state) => state switch
    {
        PlanState.ReadyState => "T-R-ED--",
        PlanState.NoProtectionGroups or PlanState.DirectionError or PlanState.ProtectionGroupsInUse or PlanState.UnknownState or PlanState.SyncConflict => "----ED--",
        PlanState.TestInProgress or PlanState.RecoveryInProgress => "------X-",
        PlanState.WaitingForUserInput => "------XP",
        PlanState.TestComplete or PlanState.CleanupIncomplete or PlanState.CleanupInterrupted => "-C------",
        PlanState.TestInterrupted => "TC------",
        PlanState.RecoveryComplete => "---P-D--",
        PlanState.PartialRecovery or PlanState.RecoverySplitBrain or PlanState.IncompleteRecovery or PlanState.RecoveryInterrupted => "--R-----",
        PlanState.IncompleteReprotect or PlanState.PartialReprotect or PlanState.ReprotectInterrupted => "---P----",
        _ => "--------",
    };

    [Theory]
    [MemberData(nameof(States))]
    public void Each_state_is_reached_and_allows_what_the_table_says(PlanState state)
    {
        string expected = Expected(state);
        Assert.Equal(state, Ways[state]().State);
        for (int i = 0; i < Commands.Length; i++)
        {
            PlanWorld lab = Ways[state]();
            Fault? fault = lab.Call(Commands[i]).Fault;
            Assert.Equal(expected[i] == '-' ? new WrongPlanState(state, Commands[i].Operation) : null, fault);
        }

        PlanWorld cancelled = Ways[state]();
        Assert.Equal(expected[6] == '-' ? new WrongPlanState(state, PlanOperation.Cancel) : null, PlanTasks.Cancel(cancelled.World, cancelled.Plan.Id));
        PlanWorld prompted = Ways[state]();
        string prompt = PlanQueries.Prompt(prompted.World, prompted.Plan)?.Callout!.Id ?? "";
        Assert.Equal(
            expected[7] == '-' ? new WrongPlanState(state, PlanOperation.DismissPrompt) : null,
            PlanTasks.DismissPrompt(prompted.World, prompted.Plan.Id, prompt));
    }

    // What is allowed leads out of trouble, in the end to a plan that is ready again.
    [Theory]
    [InlineData(PlanState.TestInterrupted)]
    [InlineData(PlanState.CleanupIncomplete)]
    [InlineData(PlanState.CleanupInterrupted)]
    [InlineData(PlanState.PartialRecovery)]
    [InlineData(PlanState.IncompleteRecovery)]
    [InlineData(PlanState.RecoveryInterrupted)]
    [InlineData(PlanState.RecoverySplitBrain)]
    [InlineData(PlanState.IncompleteReprotect)]
    [InlineData(PlanState.PartialReprotect)]
    [InlineData(PlanState.ReprotectInterrupted)]
    public void What_is_allowed_leads_on_until_the_plan_is_ready(PlanState state)
    {
        PlanWorld lab = Ways[state]();
        for (int i = 0; i < 3 && lab.State != PlanState.ReadyState; i++)
        {
            PlanOperation next = PlanRules.Allowed(lab.State)[0];
            Assert.Null(lab.Run(Commands.First(c => c.Operation == next)));
        }

        Assert.Equal(PlanState.ReadyState, lab.State);
    }

    [Fact]
    public void A_protected_site_that_is_cut_off_knows_only_that_a_recovery_was_begun()
    {
        PlanWorld lab = PlanWorld.Of(One);
        lab.Lab.Link("fd-a1", "fd-b1", false);
        Assert.Equal(PlanState.ReadyState, PlanQueries.StateOf(lab.World, lab.Plan, "A"));
        lab.Begin(PlanWorld.Disaster);
        Assert.Equal(PlanState.RecoveryStarted, PlanQueries.StateOf(lab.World, lab.Plan, "A"));
        Assert.Equal(PlanState.RecoveryInProgress, PlanQueries.StateOf(lab.World, lab.Plan, "B"));
    }

    [Fact]
    public void Every_state_has_a_way_but_the_one_that_depends_on_who_looks() =>
        Assert.Equal([PlanState.RecoveryStarted], Enum.GetValues<PlanState>().Except(Ways.Keys));

    [Fact]
    public void A_group_of_a_plan_cannot_be_deleted()
    {
        PlanWorld lab = PlanWorld.Vvol();
        Assert.Equal(new GroupInPlan("plan"), lab.Lab.Call(Core.Recovery.Operations.ProtectionOperation.DeleteGroup).Fault);
    }

    private static PlanWorld With(PlanWorld lab, Action<PlanWorld> change)
    {
        change(lab);
        return lab;
    }

    private static PlanWorld Interrupted(PlanWorld lab, RunCommand command, StepKind? at = null)
    {
        lab.Begin(command);
        if (at is { } step)
        {
            lab.UntilAt(step);
        }

        DueWork.FailRunning(lab.World, "restart");
        return lab;
    }

    private static void Apart(PlanWorld lab)
    {
        lab.Lab.Link("fd-a1", "fd-b1", false);
        Assert.Null(lab.Run(PlanWorld.Disaster));
    }

    private static void Other(PlanWorld lab, int group, params RunCommand[] commands)
    {
        RecoveryPlan other = lab.World.Recovery.Plans.FirstOrDefault(p => p.Name == "other") ?? lab.Make("other", lab.Plan.Groups[group]);
        foreach (RunCommand command in commands)
        {
            Assert.Null(lab.Run(command, lab.World.Recovery.FindPlan(other.Id)));
        }
    }

    private static void Prompt(PlanWorld lab, StepKind before) => Assert.Null(lab.Run(new AddCalloutCommand(new PlanCallout
    {
        Id = "",
        Name = "ask",
        Content = "Go on?",
        Kind = CalloutKind.Prompt,
        Run = RunKind.Test,
        Before = before,
    })));
}
