using VasaSim.Core.Control;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Core.Recovery.Plans.Queries;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Recovery.Plans;

/// <summary>Whatever is done to plans, and to what they work with, in whatever order: every run ends, and what a plan says is so.</summary>
public sealed class PlanLawsTests
{
    private const int Steps = 60;

    private static readonly PlanCommand[] Commands =
    [
        PlanWorld.Test, PlanWorld.Cleanup, PlanWorld.Planned, PlanWorld.Disaster, PlanWorld.Reprotect,
        new RunCommand(RunKind.Test, new RunOptions()), new RunCommand(RunKind.Cleanup, new RunOptions { Forced = true }),
        new RunCommand(RunKind.Recovery, new RunOptions { SkipProtectedSite = true }), new RunCommand(RunKind.Reprotect, new RunOptions { Forced = true }),
        new ReconfigurePlanCommand { Description = "other" },
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_run_ends_and_states_fit(int seed)
    {
        Random random = new(seed);
        PlanWorld lab = PlanWorld.Of("fd-a1/rg-01", "fd-a1/rg-02");
        lab.Make("other", lab.Plan.Groups[0]);
        if (random.Next(2) == 0)
        {
            lab.World.Put(lab.World.FindProvider(Inventory.B1)! with { ReverseIds = ReverseIds.New });
        }

        lab.Run(new AddCalloutCommand(new PlanCallout
        {
            Id = "", Name = "ask", Content = "?", Kind = CalloutKind.Prompt, Run = (RunKind)(random.Next(2) * 2), Before = StepKind.ConfigureStorage,
        }));
        for (int i = 0; i < Steps; i++)
        {
            Do(lab, random);
            CheckRunning(lab);
        }

        lab.Lab.Link("fd-a1", "fd-b1", true);
        End(lab);
        Assert.All(lab.World.Recovery.Plans, plan => CheckIdle(lab, plan));
    }

    private static void Do(PlanWorld lab, Random random)
    {
        World world = lab.World;
        RecoveryPlan plan = world.Recovery.Plans[random.Next(2)];
        ServiceTask[] running = [.. world.Tasks.Running];
        ServiceTask? task = running.Length > 0 ? running[random.Next(running.Length)] : null;
        switch (random.Next(14))
        {
            case < 5:
                // What is allowed half of the time, so that there is something to see.
                PlanCommand[] allowed = [.. Commands.Where(c => PlanRules.Allows(lab.StateOf(plan), c.Operation))];
                PlanCommand[] from = allowed.Length > 0 && random.Next(4) > 0 ? allowed : Commands;
                lab.Call(from[random.Next(from.Length)], plan);
                break;
            case < 9:
                lab.Lab.Advance(TimeSpan.FromMilliseconds(random.Next(1, 8000)));
                break;
            case 9:
                lab.Lab.Link("fd-a1", "fd-b1", random.Next(3) > 0);
                break;
            case 10 when random.Next(4) == 0:
                DueWork.FailRunning(world, "restart");
                break;
            case 11:
                PlanTasks.Cancel(world, plan.Id);
                break;
            case 12 when PlanQueries.Prompt(world, plan) is { } prompt:
                Assert.Null(PlanTasks.DismissPrompt(world, plan.Id, prompt.Callout!.Id));
                break;
            case 13 when task is not null:
                _ = random.Next(4) switch
                {
                    0 => TaskControl.Hold(world, task, null, TimeSpan.FromSeconds(5)),
                    1 => TaskControl.Fail(world, task, new ProviderBusy(), null),
                    2 => TaskControl.Slow(world, task, 2),
                    _ => TaskControl.Complete(world, task),
                };
                break;
            default:
                break;
        }
    }

    // A plan whose run runs says so and has one step at work; one whose run is over has none.
    private static void CheckRunning(PlanWorld lab)
    {
        foreach (RecoveryPlan plan in lab.World.Recovery.Plans)
        {
            PlanState state = lab.StateOf(plan);
            bool running = state is PlanState.TestInProgress or PlanState.CleanupInProgress or PlanState.RecoveryInProgress
                or PlanState.ReprotectInProgress or PlanState.WaitingForUserInput or PlanState.CancelInProgress;
            Assert.Equal(PlanQueries.IsRunning(lab.World, plan), running);
            if (running)
            {
                Assert.Single(plan.Run!.Steps, s => s.Status == StepStatus.Running);
                Assert.Null(plan.Run.Ended);
            }
            else if (plan.Run is { Ended: not null } run)
            {
                Assert.All(run.Steps, s => Assert.True(s.IsOver));
            }
        }

        Assert.True(lab.World.Recovery.Plans.Count(p => PlanQueries.IsRunning(lab.World, p)) <= 1);
    }

    private static void End(PlanWorld lab)
    {
        for (int i = 0; lab.World.Tasks.Running.FirstOrDefault() is { } task; i++)
        {
            Assert.True(i < 200, "It does not end.");
            if (task.Due == TaskPace.Never)
            {
                TaskControl.Complete(lab.World, task);
            }
            else
            {
                DueWork.AdvanceTo(lab.World, task.Due);
            }
        }
    }

    private static void CheckIdle(PlanWorld lab, RecoveryPlan plan)
    {
        IReadOnlyList<RecoveryStatus> groups =
            [.. plan.Groups.Select(g => RecoveryQueries.Describe(lab.World, lab.World.Recovery.FindGroup(g)!).Recovery)];
        switch (lab.StateOf(plan))
        {
            case PlanState.ReadyState:
                // A forced cleanup may leave copies.
                Assert.All(groups, g => Assert.True(g is RecoveryStatus.Ready or RecoveryStatus.TestComplete));
                Assert.All(plan.Groups, g => Assert.Equal(plan.ProtectedSite, lab.World.Recovery.FindGroup(g)!.ProtectedSite));
                break;
            case PlanState.RecoveryComplete or PlanState.RecoverySplitBrain:
                Assert.All(groups, g => Assert.Equal(RecoveryStatus.RecoveryComplete, g));
                break;
            case PlanState.PartialRecovery:
                Assert.Contains(groups, g => g is RecoveryStatus.RecoveryComplete or RecoveryStatus.PartiallyRecovered);
                break;
            case PlanState.TestInProgress or PlanState.CleanupInProgress or PlanState.RecoveryInProgress or PlanState.ReprotectInProgress
                or PlanState.WaitingForUserInput or PlanState.CancelInProgress or PlanState.Deleting or PlanState.NoProtectionGroups:
                Assert.Fail($"{lab.StateOf(plan)} when nothing runs.");
                break;
            default:
                Assert.NotEmpty(PlanRules.Allowed(lab.StateOf(plan)));
                break;
        }
    }
}
