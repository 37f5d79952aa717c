using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Queries;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Recovery.Plans;

/// <summary>Whole lives of a plan, with the calls that an SMS client sees come and go.</summary>
public sealed class WalkTests
{
    [Theory]
    [InlineData(ReverseIds.Keep)]
    [InlineData(ReverseIds.New)]
    public void A_plan_is_tested_migrated_and_reprotected(ReverseIds ids)
    {
        PlanWorld lab = PlanWorld.Vvol();
        lab.World.Put(lab.World.FindProvider(Inventory.B1)! with { ReverseIds = ids });
        Assert.Equal(PlanState.ReadyState, lab.State);

        lab.Begin(PlanWorld.Test);
        Assert.Equal(PlanState.TestInProgress, lab.State);
        Assert.Equal(["SyncReplicationGroup_Task fd-b1/rg-01-t"], lab.Calls);
        lab.Lab.Settle();
        Assert.Equal(["SyncReplicationGroup_Task fd-b1/rg-01-t", "TestFailoverReplicationGroupStart_Task fd-b1/rg-01-t"], lab.Calls);
        Assert.Equal(ReplicationState.InTest, lab.Replication("fd-b1/rg-01-t"));
        Assert.Equal(PlanState.TestComplete, lab.State);
        lab.World.TakeChanges();

        Assert.Null(lab.Run(PlanWorld.Cleanup));
        Assert.Equal(["TestFailoverReplicationGroupStop_Task fd-b1/rg-01-t"], lab.Calls);
        Assert.Equal(ReplicationState.Target, lab.Replication("fd-b1/rg-01-t"));
        Assert.Equal(PlanState.ReadyState, lab.State);
        lab.World.TakeChanges();

        Assert.Null(lab.Run(PlanWorld.Planned));
        Assert.Equal(
            [
                "SyncReplicationGroup_Task fd-b1/rg-01-t", "PrepareFailoverReplicationGroup_Task fd-a1/rg-01",
                "SyncReplicationGroup_Task fd-b1/rg-01-t", "FailoverReplicationGroup_Task fd-b1/rg-01-t",
            ],
            lab.Calls);
        Assert.Equal(ReplicationState.FailedOver, lab.Replication("fd-b1/rg-01-t"));
        Assert.Equal(PlanState.RecoveryComplete, lab.State);
        string[] recovered = [.. lab.World.VirtualMachines.Where(m => m.Site == "B").Select(m => m.Name)];
        Assert.Equal(["db", "web"], recovered);
        lab.World.TakeChanges();

        Assert.Null(lab.Run(PlanWorld.Reprotect));
        string source = ids == ReverseIds.Keep ? "fd-b1/rg-01-t" : "fd-b1/r-rg-01";
        string target = ids == ReverseIds.Keep ? "fd-a1/rg-01" : "fd-a1/rg-01-r";
        Assert.Equal(["ReverseReplicateGroup_Task fd-b1/rg-01-t", $"SyncReplicationGroup_Task {target}"], lab.Calls);
        Assert.Equal(ReplicationState.Source, lab.Replication(source));
        Assert.Equal(ReplicationState.Target, lab.Replication(target));
        Assert.Equal(PlanState.ReadyState, lab.State);
        Assert.Equal(("B", "A"), (lab.Plan.ProtectedSite, lab.Plan.RecoverySite));
        ProtectionGroup group = lab.Lab.Group;
        Assert.Equal(("B", "A"), (group.ProtectedSite, group.RecoverySite));
        Assert.Equal([TestWorld.Id(source)], group.Members.Groups);
        Assert.Equal(["db", "web"], RecoveryQueries.Members(lab.World, group).Select(m => m.Machine.Machine!.Name));
        Assert.DoesNotContain(lab.World.VirtualMachines, m => m.Site == "A" && m.Name is "db" or "web");
        lab.World.TakeChanges();

        Assert.Null(lab.Run(PlanWorld.Planned));
        Assert.Null(lab.Run(PlanWorld.Reprotect));
        Assert.Equal(("A", "B"), (lab.Plan.ProtectedSite, lab.Plan.RecoverySite));
        Assert.Equal(PlanState.ReadyState, lab.State);
        Assert.All(RecoveryQueries.Members(lab.World, lab.Lab.Group), m => Assert.Equal(ProtectionStatus.Ok, m.Status.Status));
        Assert.Equal([RecoveryWorld.Db, RecoveryWorld.Web], RecoveryQueries.Members(lab.World, lab.Lab.Group).Select(m => m.Machine.Id).Order());
    }

    [Fact]
    public void With_the_link_cut_a_disaster_recovery_only_fails_over_and_is_run_again_when_it_is_up()
    {
        PlanWorld lab = PlanWorld.Vvol();
        lab.Lab.Link("fd-a1", "fd-b1", false);
        Assert.Null(lab.Run(PlanWorld.Disaster));
        Assert.Equal(["FailoverReplicationGroup_Task fd-b1/rg-01-t"], lab.Calls);
        Assert.Equal(ReplicationState.Source, lab.Replication("fd-a1/rg-01"));
        Assert.Equal(PlanState.DisasterRecoveryComplete, lab.State);
        Assert.Equal(PlanState.RecoveryStarted, PlanStateLaw.Of(lab.World, lab.Plan, "A"));

        lab.Lab.Link("fd-a1", "fd-b1", true);
        Assert.Equal(PlanState.RecoverySplitBrain, lab.State);
        lab.World.TakeChanges();
        Assert.Null(lab.Run(PlanWorld.Planned));
        Assert.Empty(lab.Calls);
        Assert.Equal(StepStatus.AlreadyDone, lab.Step(StepKind.PrepareStorage));
        Assert.Equal(PlanState.RecoveryComplete, lab.State);
        Assert.Null(lab.Run(PlanWorld.Reprotect));
        Assert.Equal(PlanState.ReadyState, lab.State);
    }

    [Fact]
    public void A_planned_recovery_without_the_other_site_fails_and_leaves_all_as_it_was()
    {
        PlanWorld lab = PlanWorld.Vvol();
        lab.Lab.Link("fd-a1", "fd-b1", false);
        Assert.Equal(new PeerNotReachable(), lab.Run(PlanWorld.Planned));
        Assert.Equal(["SyncReplicationGroup_Task fd-b1/rg-01-t"], lab.Calls);
        Assert.Equal(ReplicationState.Target, lab.Replication("fd-b1/rg-01-t"));
        Assert.Equal(PlanState.ReadyState, lab.State);
        Assert.Equal(RunResult.Errors, lab.World.Recovery.Reports[^1].Result);
    }

    [Fact]
    public void A_disaster_recovery_that_reaches_the_other_site_shuts_it_down()
    {
        PlanWorld lab = PlanWorld.Vvol();
        Assert.Null(lab.Run(PlanWorld.Disaster));
        Assert.Equal(["PrepareFailoverReplicationGroup_Task fd-a1/rg-01", "FailoverReplicationGroup_Task fd-b1/rg-01-t"], lab.Calls);
        Assert.Equal(PlanState.RecoveryComplete, lab.State);
    }

    [Fact]
    public void Machines_with_a_replication_each_go_the_same_way()
    {
        PlanWorld lab = new(RecoveryWorld.With(ReplicationKind.Hbr));
        lab.Lab.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(lab.Run(PlanWorld.Test));
        Assert.Equal((PlanState.TestComplete, ReplicationState.InTest), (lab.State, lab.World.Cloud.FindReplication("C4-1")!.State));
        Assert.Null(lab.Run(PlanWorld.Cleanup));
        Assert.Equal((PlanState.ReadyState, ReplicationState.Target), (lab.State, lab.World.Cloud.FindReplication("C4-1")!.State));
        Assert.Null(lab.Run(PlanWorld.Planned));
        Assert.Equal((PlanState.RecoveryComplete, ReplicationState.FailedOver), (lab.State, lab.World.Cloud.FindReplication("C4-1")!.State));
        Assert.Null(lab.Run(PlanWorld.Reprotect));
        Assert.Equal((PlanState.ReadyState, "B"), (lab.State, lab.Lab.Group.ProtectedSite));
        Assert.Empty(lab.Calls);
    }
}
