using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Control;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Tests.Cloud.Operations;

/// <summary>Lets steps happen to clouds, beside a <see cref="CloudModel"/> that has to agree; doubting, it makes each call twice and takes the first one back.</summary>
internal sealed class CloudPlayer(CloudWorld lab, bool doubting = false)
{
    private readonly CloudModel _model = new(lab.Tables.Machines);
    private readonly List<CloudTask> _running = [];

    /// <summary>What happened: operations that were done, and faults.</summary>
    public HashSet<string> Seen { get; } = [];

    public void Play(IEnumerable<CloudStep> steps)
    {
        foreach (CloudStep step in steps)
        {
            switch (step)
            {
                case CloudStepWait wait:
                    Pass(TimeSpan.FromMilliseconds(wait.Milliseconds));
                    break;
                case CloudStepLink link:
                    lab.SetLink(new Core.Control.LinkPatch(Up: link.Up));
                    break;
                case CloudStepPower power:
                    WorldControl.SetMachine(lab.World, lab.Tables.Machines[power.Number % lab.Tables.Machines.Count], new MachinePatch(PoweredOn: power.On));
                    break;
                case CloudStepCall call:
                    Call(call);
                    break;
            }

            Compare();
            lab.World.TakeChanges();
        }

        // Every task ends.
        Pass(TimeSpan.FromDays(30));
        Compare();
        Assert.DoesNotContain(TaskQueries.All(lab.World), t => t.IsRunning);
    }

    private void Call(CloudStepCall step)
    {
        string[] ids = step.OfVapp ? [.. lab.Tables.VappReplications.Select(v => v.Id)] : [.. lab.Tables.Replications.Select(r => r.Id)];
        if (step.Operation != CloudOperation.Start && ids.Length == 0)
        {
            return;
        }

        string? id = step.Operation == CloudOperation.Start ? null : ids[step.Number % ids.Length];
        CloudCommand command = CloudCalls.CommandOf(step.Operation) switch
        {
            StartCommand => StartOf(step),
            RecoverCommand recover => recover with { Sync = step.Sync && step.Operation == CloudOperation.FailoverTest, PowerOn = step.Number % 2 == 0 },
            var other => other,
        };
        if (doubting)
        {
            lab.Call(step.Operation, id, command);
            lab.World.Rollback();
        }

        Result<CloudTask> result = lab.Call(step.Operation, id, command);
        if (result.Fault is { } fault)
        {
            Seen.Add(fault.GetType().Name);
            Assert.True(step.Operation is CloudOperation.Start or CloudOperation.ChangeStorageProfile, $"{step.Operation} was refused with {fault}.");
            return;
        }

        CloudTask task = result.Value;
        Assert.True(task.IsRunning);
        _running.Add(task);
        foreach (CloudWork work in task.Work.Where(_ => step.Operation != CloudOperation.Start))
        {
            // What the state forbids is known at the call; what it allows may still lack a link, data, or a free hand.
            bool allowed = _model.Allows(work.Replication, step.Operation, step.Sync);
            bool isState = work.Refusal is InvalidReplicationState or ReplicationPaused or ReplicationNotPaused;
            Assert.True(work.Refusal is SyncOngoing or ProviderBusy || allowed != isState, $"{step} of {work}: allowed is {allowed}.");
        }
    }

    private StartCommand StartOf(CloudStepCall step)
    {
        CloudMachine machine = lab.Tables.Machines[step.Number % lab.Tables.Machines.Count];
        ReplicationEnd[] ends = [CloudCalls.StartOf().Destination, new() { Site = CloudWorld.East, Vdc = CloudWorld.EastVdc }, CloudCalls.OnPremises];
        StartCommand start = CloudCalls.StartOf(machine.Id) with { SourceSite = machine.Site, Destination = ends[step.Number / 7 % ends.Length], VappName = "imported" };
        return !step.OfVapp ? start
            : machine.Vapp is { } vapp ? start with { Machine = null, Vapp = vapp }
            : start with { Machine = null, Machines = [.. lab.Tables.Machines.Where(m => m.Site == machine.Site).Select(m => m.Id)] };
    }

    // Due time by due time, so that it is known which task did what.
    private void Pass(TimeSpan time)
    {
        DateTimeOffset end = lab.Now + time;
        while (_running.Count > 0 && _running.Min(t => t.Due) is var due && due <= end)
        {
            lab.AdvanceTo(due);
            foreach (CloudTask begun in _running.Where(t => t.Due == due).OrderBy(t => t.Number).ToArray())
            {
                _running.Remove(begun);
                Ended(Assert.IsType<CloudTask>(lab.World.FindTask(begun.Id)));
            }
        }

        lab.AdvanceTo(end);
    }

    private void Ended(CloudTask task)
    {
        Assert.False(task.IsRunning);
        Assert.Null(task.Pending);
        Seen.Add(task.Error?.GetType().Name ?? task.Operation.ToString());
        string[] left = [.. task.Warnings.Cast<MachineLeftOut>().Select(w => w.Replication)];
        foreach (CloudWork work in task.Work.Where(w => task.Error is null && !left.Contains(w.Replication)))
        {
            if (task.Operation == CloudOperation.Stop)
            {
                _model.Stopped(work.Replication);
            }
            else
            {
                _model.Done(task.Operation, task.Result.Single(r => r.Replication.Id == work.Replication).Replication);
            }
        }

        Assert.Equal(task.Error is null && task.Operation != CloudOperation.Stop, task.Result.Count > 0);
    }

    private void Compare()
    {
        Assert.Equal(_model.Lives.Keys.Order(), lab.Tables.Replications.Select(r => r.Id).Order());
        foreach (VmReplication replication in lab.Tables.Replications)
        {
            CloudModel.Life life = _model.Lives[replication.Id];
            Assert.Equal(life.Stage, replication.State switch
            {
                ReplicationState.Target => "NOT_STARTED",
                ReplicationState.InTest => "TEST",
                ReplicationState.FailedOver => "COMPLETE",
                var other => other.ToString(),
            });
            Assert.Equal(life.Stage != "NOT_STARTED", replication.Recovery is not null);
            Assert.Equal(life.Reversed, replication.IsReversed);
            Assert.Equal(life.Paused, replication.Flow.IsPaused);
            Assert.True(life.Stage == "NOT_STARTED" || lab.Instances(replication.Id).Count > 0, "It was recovered from nothing.");
            Assert.NotNull(lab.Tables.FindVappReplication(replication.VappReplication));
            _ = lab.Status(replication.Id);
        }

        Assert.Equal(_model.Machines.Order(), lab.Tables.Machines.Select(m => m.Key.Id).Order());
        Assert.All(lab.Tables.VappReplications, v => Assert.NotEmpty(lab.Tables.ReplicationsIn(v.Id)));
        Assert.All(lab.Tables.Machines, m => Assert.True(m.Vapp is null ? m.Site == CloudWorld.OnPrem : lab.Tables.FindVapp(m.Vapp) is not null));
        Assert.Equal(lab.Tables.Machines.Count, lab.Tables.Machines.Select(m => m.Ordinal).Distinct().Count());
    }
}
