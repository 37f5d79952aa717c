using System.Text.Json;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;

namespace VasaSim.Core.Tests.Cloud.Operations;

/// <summary>
/// What each operation answers in each state: <c>ok</c> is its success, <c>state</c> InvalidReplicationState, <c>paused</c>
/// and <c>going</c> the pause that forbids or is missing, <c>peer</c> PeerNotReachable, <c>data</c> NoValidReplica,
/// <c>sync</c> SyncOngoing, <c>busy</c> ProviderBusy.
/// </summary>
public sealed class OperationTableTests
{
    private static readonly string[] _situations =
        ["Running", "Paused", "Initial", "Cut", "Test", "PausedTest", "CutTest", "Complete", "CutComplete", "Syncing", "Busy"];

    private static readonly Dictionary<CloudOperation, string> _answers = new()
    {
        //                                      Running Paused Initial Cut   Test  P.Test CutTest Compl. CutCompl. Sync Busy
        [CloudOperation.Reconfigure] =          "ok     ok     ok      ok    ok    ok     ok      ok     ok        sync busy",
        [CloudOperation.Stop] =                 "ok     ok     ok      ok    ok    ok     ok      ok     ok        sync busy",
        [CloudOperation.Sync] =                 "ok     paused ok      peer  ok    paused peer    state  state     sync busy",
        [CloudOperation.Pause] =                "ok     paused ok      ok    state state  state   state  state     sync busy",
        [CloudOperation.Resume] =               "going  ok     going   going going ok     going   state  state     sync busy",
        [CloudOperation.Failover] =             "ok     ok     data    ok    state state  state   state  state     sync busy",
        [CloudOperation.FailoverTest] =         "ok     ok     data    ok    state state  state   state  state     sync busy",
        [CloudOperation.FailoverTestCleanup] =  "state  state  state   state ok    ok     ok      state  state     sync busy",
        [CloudOperation.Migrate] =              "ok     ok     ok      peer  ok    ok     peer    state  state     sync busy",
        [CloudOperation.Reverse] =              "state  state  state   state state state  state   ok     peer      sync busy",
        [CloudOperation.ChangeStorageProfile] = "ok     ok     ok      ok    ok    ok     ok      state  state     sync busy",
    };

    public static TheoryData<CloudOperation, string, string> Cells()
    {
        TheoryData<CloudOperation, string, string> cells = [];
        foreach ((CloudOperation operation, string line) in _answers)
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

    [Theory]
    [MemberData(nameof(Cells))]
    public void Each_operation_answers_in_each_state_as_the_table_says(CloudOperation operation, string situation, string answer)
    {
        (CloudWorld lab, string id) = Bring(situation, new CloudKnobs());
        ReplicationState state = lab.Of(id).State;
        string before = Picture(lab);

        CloudTask task = lab.Begin(operation, id);
        if (answer == "ok")
        {
            Assert.Same(task, CloudTasks.WorkingOn(lab.World, id));
            CloudTask ended = lab.End(task);
            Assert.Null(ended.Error);
            Assert.Equal(operation == CloudOperation.Stop ? 0 : 1, ended.Result.Count);
            return;
        }

        Assert.Equal(before, Picture(lab));
        AssertFault(lab.End(task).Error, answer, state);
        Assert.Empty(lab.End(task).Result);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void The_call_says_it_when_the_knob_wants_that(CloudOperation operation, string situation, string answer)
    {
        (CloudWorld lab, string id) = Bring(situation, new CloudKnobs { IllegalOrder = TaskFaultDelivery.Call });
        ReplicationState state = lab.Of(id).State;

        Result<CloudTask> result = lab.Call(operation, id);

        if (answer == "ok")
        {
            Assert.Null(result.Fault);
        }
        else
        {
            AssertFault(result.Fault, answer, state);
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_vapp_of_one_machine_answers_the_same(CloudOperation operation, string situation, string answer)
    {
        (CloudWorld lab, string id) = Bring(situation, new CloudKnobs());
        ReplicationState state = lab.Of(id).State;
        string vapp = lab.Of(id).VappReplication;

        CloudTask ended = lab.End(lab.Begin(operation, vapp));

        Assert.Empty(ended.Warnings);
        if (answer == "ok")
        {
            Assert.Null(ended.Error);
        }
        else
        {
            AssertFault(ended.Error, answer, state);
        }
    }

    private static void AssertFault(Fault? fault, string answer, ReplicationState state)
    {
        if (answer == "state")
        {
            Assert.Equal(state, Assert.IsType<InvalidReplicationState>(fault).Current);
            Assert.DoesNotContain(state, ((InvalidReplicationState)fault).Desired);
            return;
        }

        Assert.IsType(
            answer switch
            {
                "paused" => typeof(ReplicationPaused),
                "going" => typeof(ReplicationNotPaused),
                "peer" => typeof(PeerNotReachable),
                "data" => typeof(NoValidReplica),
                "sync" => typeof(SyncOngoing),
                "busy" => typeof(ProviderBusy),
                _ => throw new ArgumentException($"'{answer}' is no answer."),
            },
            fault);
    }

    private static (CloudWorld Lab, string Id) Bring(string situation, CloudKnobs knobs)
    {
        CloudWorld lab = new(knobs, situation == "Initial" ? CloudWorld.LinkOf(CloudWorld.MiB) : null);
        string id = lab.Started();
        CloudOperation[] way = situation switch
        {
            "Paused" => [CloudOperation.Pause],
            "Test" or "CutTest" => [CloudOperation.FailoverTest],
            "PausedTest" => [CloudOperation.Pause, CloudOperation.FailoverTest],
            "Complete" or "CutComplete" => [CloudOperation.Failover],
            _ => [],
        };
        Array.ForEach(way, o => lab.Done(o, id));
        if (situation.StartsWith("Cut", StringComparison.Ordinal))
        {
            lab.Cut();
        }
        else if (situation is "Syncing" or "Busy")
        {
            // Long enough to be there until the other task has ended.
            lab.World.TaskOrder = new Core.Tasks.TaskOrder { HoldAt = 0 };
            lab.Begin(situation == "Busy" ? CloudOperation.FailoverTest : CloudOperation.Sync, id);
        }

        return (lab, id);
    }

    private static string Picture(CloudWorld lab) => JsonSerializer.Serialize<object[]>(
        [lab.Tables.Replications, lab.Tables.VappReplications, lab.Tables.Machines, lab.Tables.Vapps]);
}
