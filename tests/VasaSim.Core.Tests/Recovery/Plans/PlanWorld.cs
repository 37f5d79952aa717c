using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Core.Recovery.Plans.Queries;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Recovery.Plans;

/// <summary>A <see cref="RecoveryWorld"/> with a plan for its group, or without, and short words for what tests do with it.</summary>
internal sealed class PlanWorld
{
    public static readonly RunCommand Test = new(RunKind.Test, new RunOptions { SyncData = true });
    public static readonly RunCommand Cleanup = new(RunKind.Cleanup, new RunOptions());
    public static readonly RunCommand Planned = new(RunKind.Recovery, new RunOptions { Planned = true, SyncData = true });
    public static readonly RunCommand Disaster = new(RunKind.Recovery, new RunOptions());
    public static readonly RunCommand Reprotect = new(RunKind.Reprotect, new RunOptions());

    public PlanWorld(RecoveryWorld lab, bool plan = true)
    {
        Lab = lab;
        if (plan)
        {
            Make("plan", [.. World.Recovery.Groups.Select(g => g.Id)]);
        }

        World.TakeChanges();
    }

    public RecoveryWorld Lab { get; }

    public World World => Lab.World;

    public RecoveryPlan Plan => World.Recovery.Plans[0];

    public PlanState State => StateOf(Plan);

    /// <summary>The calls made since the changes were last taken, such as <c>SyncReplicationGroup_Task fd-b1/rg-01-t</c>.</summary>
    public string[] Calls => [.. World.MadeCalls.Select(c => $"{c.Method} {string.Join(' ', c.Groups)}")];

    public static PlanWorld Vvol(Knobs? knobs = null, bool instant = false) => new(RecoveryWorld.With(ReplicationKind.Vvol, knobs, instant));

    /// <summary>A group for each replication group, and a plan with all of them.</summary>
    public static PlanWorld Of(params string[] replicationGroups) => Of(new Knobs(), replicationGroups);

    public static PlanWorld Of(Knobs knobs, params string[] replicationGroups)
    {
        RecoveryWorld lab = new(knobs);
        foreach (string id in replicationGroups)
        {
            lab.Begin(ProtectionOperation.CreateGroup, command: RecoveryWorld.Creation(
                new GroupMembers { Kind = ReplicationKind.Vvol, Groups = [TestWorld.Id(id)] }, id));
            lab.Settle();
        }

        return new(lab);
    }

    public PlanState StateOf(RecoveryPlan plan) => PlanStateLaw.Of(World, plan);

    public ReplicationState Replication(string id) => World.FindGroup(TestWorld.Id(id))!.State;

    public RecoveryPlan Make(string name, params string[] groups)
    {
        Assert.Null(Run(new CreatePlanCommand { Name = name, ProtectedSite = "A", RecoverySite = "B", Groups = groups }));
        return World.Recovery.Plans[^1];
    }

    public Result<RecoveryPlanTask> Call(PlanCommand command, RecoveryPlan? plan = null, string site = "B") => PlanTasks.Start(World, new PlanCall
    {
        Plan = plan?.Id ?? (World.Recovery.Plans.Count > 0 ? Plan.Id : null),
        Command = command,
        User = "admin",
        Site = site,
    });

    /// <summary>Starts a call that must be accepted.</summary>
    public RecoveryPlanTask Begin(PlanCommand command, RecoveryPlan? plan = null, string site = "B")
    {
        Result<RecoveryPlanTask> result = Call(command, plan, site);
        Assert.Null(result.Fault);
        return result.Value;
    }

    /// <summary>Makes a call that must be accepted, lets time pass until no task runs, and gives back the task's error.</summary>
    public Fault? Run(PlanCommand command, RecoveryPlan? plan = null, string site = "B")
    {
        RecoveryPlanTask task = Begin(command, plan, site);
        Lab.Settle();
        ServiceTask ended = World.FindTask(task.Id)!;
        Assert.False(ended.IsRunning);
        return ended.Error;
    }

    /// <summary>Lets time pass until the plan's run is at a step.</summary>
    public void UntilAt(StepKind step)
    {
        while (Plan.Run!.Current?.Kind != step)
        {
            DueWork.AdvanceTo(World, World.Tasks.Running.First().Due);
        }
    }

    public StepStatus Step(StepKind kind) => Plan.Run!.Steps.Single(s => s.Kind == kind).Status;
}
