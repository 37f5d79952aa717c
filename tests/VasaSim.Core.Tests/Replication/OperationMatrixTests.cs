using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Replication;

/// <summary>
/// What each operation answers in each state. Written from the published semantics, one line per operation:
/// <c>ok</c> is its success, <c>+</c> behind it the warning AlreadyDone, <c>end</c> InvalidFunctionTarget,
/// <c>sync</c> SyncOngoing, <c>busy</c> ProviderBusy, and a state's name InvalidReplicationState that would have it.
/// </summary>
public sealed class OperationMatrixTests
{
    private static readonly string[] _situations =
        ["Source", "Prepared", "Target", "InTest", "FailedOver", "RemoteFailedOver", "AutoReversed", "Reversed", "TargetSyncing", "TargetBusy", "SourceBusy"];

    private static readonly Dictionary<ReplicationOperation, string> _answers = new()
    {
        //                                        Source Prep. Target     InTest FailedOver  Remote AutoRev.   Reversed   Syncing Busy SourceBusy
        [ReplicationOperation.PrepareFailover] = "ok     ok+   end        end    Source      Source ok         ok         end     end  busy",
        [ReplicationOperation.Sync] =            "end    end   ok         Target Target      end    end        end        sync    busy end",
        [ReplicationOperation.TestStart] =       "end    end   ok         ok+    Target      end    end        end        sync    busy end",
        [ReplicationOperation.TestStop] =        "end    end   ok+        ok     InTest      end    end        end        sync    busy end",
        [ReplicationOperation.Promote] =         "end    end   InTest     ok     ok+         end    end        end        sync    busy end",
        [ReplicationOperation.Failover] =        "end    end   ok         Target ok+         end    ok+        end        sync    busy end",
        [ReplicationOperation.Reverse] = "FailedOver FailedOver FailedOver FailedOver ok     end    ok+        ok+        sync    busy busy",
    };

    public static TheoryData<ReplicationOperation, string, string> Cells()
    {
        TheoryData<ReplicationOperation, string, string> cells = [];
        foreach ((ReplicationOperation operation, string line) in _answers)
        {
            string[] answers = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(_situations.Length, answers.Length);
            for (int i = 0; i < answers.Length; i++)
            {
                cells.Add(operation, _situations[i], answers[i]);
            }
        }

        return cells;
    }

    public static TheoryData<ReplicationOperation, string, ReplicationState, ReplicationState> Repeats() => new()
    {
        { ReplicationOperation.PrepareFailover, "Prepared", ReplicationState.Source, ReplicationState.Source },
        { ReplicationOperation.TestStart, "InTest", ReplicationState.Target, ReplicationState.InTest },
        { ReplicationOperation.TestStop, "Target", ReplicationState.InTest, ReplicationState.Target },
        { ReplicationOperation.Promote, "FailedOver", ReplicationState.InTest, ReplicationState.FailedOver },
        { ReplicationOperation.Failover, "FailedOver", ReplicationState.Target, ReplicationState.FailedOver },
        { ReplicationOperation.Failover, "AutoReversed", ReplicationState.Target, ReplicationState.Source },
        { ReplicationOperation.Reverse, "Reversed", ReplicationState.FailedOver, ReplicationState.Source },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void Each_operation_answers_in_each_state_as_the_table_says(ReplicationOperation operation, string situation, string answer)
    {
        TestWorld lab = new();
        (string group, ReplicationTask? running) = Bring(lab, situation);
        ReplicationState state = lab.State(group);
        string before = TestWorld.Json(lab.Group(group));

        ReplicationTask task = lab.Begin(lab.Command(operation, group) with { Force = operation == ReplicationOperation.TestStop });
        if (answer is "sync" or "busy" or "end" || Enum.TryParse<ReplicationState>(answer, out _))
        {
            // What is wrong already when the call is made is said at once, and nothing is touched.
            GroupFailed failed = Assert.IsType<GroupFailed>(Assert.Single(task.Outcomes));
            AssertFault(failed.Error, answer, state, running);
            Assert.Empty(failed.Warnings);
            Assert.Equal(before, TestWorld.Json(lab.Group(group)));
            Assert.Equal(failed, Assert.Single(lab.End(task)));
            return;
        }

        AssertSuccess(lab, operation, group, situation, Assert.Single(lab.End(task)), repeated: answer == "ok+");
        Assert.True(answer != "ok+" || before == TestWorld.Json(lab.Group(group)), "A repeat changes nothing.");
    }

    [Theory]
    [MemberData(nameof(Repeats))]
    public void A_repeat_is_a_wrong_state_when_the_knob_says_so(
        ReplicationOperation operation, string situation, ReplicationState desired, ReplicationState current)
    {
        TestWorld lab = new(new Knobs { RepeatMode = RepeatMode.InvalidState });
        (string group, _) = Bring(lab, situation);

        InvalidReplicationState fault = Assert.IsType<InvalidReplicationState>(lab.Refused(operation, group));

        Assert.Equal([desired], fault.Desired);
        Assert.Equal(current, fault.Current);
    }

    [Fact]
    public void The_fault_for_a_running_sync_names_its_task()
    {
        TestWorld lab = new();
        ReplicationTask sync = lab.Begin(lab.Command(ReplicationOperation.Sync, "fd-b1/rg-01-t"));

        ReplicationTask second = lab.Begin(lab.Command(ReplicationOperation.Sync, "fd-b1/rg-01-t"));

        Assert.Equal(new SyncOngoing(sync.Id), Assert.IsType<GroupFailed>(Assert.Single(second.Outcomes)).Error);
        Assert.Equal("smsTask-1", sync.Id);
    }

    private static (string Group, ReplicationTask? Running) Bring(TestWorld lab, string situation)
    {
        switch (situation)
        {
            case "Source":
                return ("fd-a1/rg-01", null);
            case "Prepared":
                lab.Done<GroupDone>(ReplicationOperation.PrepareFailover, "fd-a1/rg-01");
                return ("fd-a1/rg-01", null);
            case "Target":
                return ("fd-b1/rg-01-t", null);
            case "InTest":
                return ("fd-b1/rg-03-t", null);
            case "FailedOver":
                return ("fd-b1/rg-04-t", null);
            case "RemoteFailedOver":
                return ("fd-a1/rg-04", null);
            case "AutoReversed":
                Assert.Equal(ReplicationState.Source, lab.Done<GroupRecovered>(ReplicationOperation.Failover, "fd-b1/rg-09-t").NewState);
                return ("fd-b1/rg-09-t", null);
            case "Reversed":
                lab.Patch(Inventory.B1, new() { ReverseIds = ReverseIds.Keep });
                lab.Done<GroupReversed>(ReplicationOperation.Reverse, "fd-b1/rg-04-t");
                return ("fd-b1/rg-04-t", null);
            case "TargetSyncing":
                return ("fd-b1/rg-01-t", lab.Begin(lab.Command(ReplicationOperation.Sync, "fd-b1/rg-01-t")));
            case "TargetBusy":
                return ("fd-b1/rg-01-t", lab.Begin(lab.Command(ReplicationOperation.TestStart, "fd-b1/rg-01-t")));
            case "SourceBusy":
                return ("fd-a1/rg-01", lab.Begin(lab.Command(ReplicationOperation.PrepareFailover, "fd-a1/rg-01")));
            default:
                throw new ArgumentException(situation);
        }
    }

    private static void AssertFault(Fault fault, string answer, ReplicationState state, ReplicationTask? running)
    {
        switch (answer)
        {
            case "end":
                Assert.IsType<InvalidFunctionTarget>(fault);
                break;
            case "busy":
                Assert.IsType<ProviderBusy>(fault);
                break;
            case "sync":
                Assert.Equal(new SyncOngoing(running!.Id), fault);
                break;
            default:
                InvalidReplicationState wrong = Assert.IsType<InvalidReplicationState>(fault);
                Assert.Equal([Enum.Parse<ReplicationState>(answer)], wrong.Desired);
                Assert.Equal(state, wrong.Current);
                break;
        }
    }

    private static void AssertSuccess(
        TestWorld lab, ReplicationOperation operation, string group, string situation, GroupOutcome outcome, bool repeated)
    {
        Assert.Equal(TestWorld.Id(group), outcome.Group);
        if (repeated)
        {
            Assert.IsType<AlreadyDone>(Assert.Single(outcome.Warnings));
        }
        else
        {
            Assert.Empty(outcome.Warnings);
        }

        switch (operation)
        {
            case ReplicationOperation.Sync:
                Assert.IsType<GroupSynced>(outcome);
                Assert.Equal(ReplicationState.Target, lab.State(group));
                break;
            case ReplicationOperation.PrepareFailover:
                Assert.IsType<GroupDone>(outcome);
                Assert.Equal(ReplicationState.Source, lab.State(group));
                Assert.True(lab.Group(group).Prepared);
                break;
            case ReplicationOperation.TestStop:
                Assert.IsType<GroupDone>(outcome);
                Assert.Equal(ReplicationState.Target, lab.State(group));
                break;
            case ReplicationOperation.Reverse:
                GroupReversed reversed = Assert.IsType<GroupReversed>(outcome);
                Assert.Equal(ReplicationState.Source, lab.World.FindGroup(new GroupId("fd-b1", reversed.NewDeviceGroup))!.State);
                break;
            default:
                ReplicationState reached = operation == ReplicationOperation.TestStart ? ReplicationState.InTest
                    : situation == "AutoReversed" ? ReplicationState.Source : ReplicationState.FailedOver;
                Assert.Equal(reached, Assert.IsType<GroupRecovered>(outcome).NewState);
                Assert.Equal(reached, lab.State(group));
                break;
        }
    }
}
