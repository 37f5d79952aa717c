using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Operations;

namespace VasaSim.Core.Tests.Cloud.Operations;

/// <summary>
/// What replications of machines have come to, told by nothing but which tasks ended well and which ids new machines got:
/// the life cycle as clients know it, in words of its own.
/// </summary>
internal sealed class CloudModel(IEnumerable<CloudMachine> machines)
{
    private readonly Dictionary<string, Life> _lives = [];
    private readonly HashSet<string> _machines = [.. machines.Select(m => m.Key.Id)];

    /// <summary>The machines there ought to be.</summary>
    public IReadOnlyCollection<string> Machines => _machines;

    public IReadOnlyDictionary<string, Life> Lives => _lives;

    /// <summary>Whether the state, whatever link, data and tasks are like, allows an operation.</summary>
    public bool Allows(string id, CloudOperation operation, bool sync)
    {
        Life life = _lives[id];
        return operation switch
        {
            CloudOperation.Reconfigure or CloudOperation.Stop => true,
            CloudOperation.Sync => life.Stage != "COMPLETE" && !life.Paused,
            CloudOperation.Pause => life.Stage == "NOT_STARTED" && !life.Paused,
            CloudOperation.Resume => life.Stage != "COMPLETE" && life.Paused,
            CloudOperation.FailoverTest => life.Stage == "NOT_STARTED" && !(sync && life.Paused),
            CloudOperation.Failover => life.Stage == "NOT_STARTED",
            CloudOperation.FailoverTestCleanup => life.Stage == "TEST",
            CloudOperation.Migrate or CloudOperation.ChangeStorageProfile => life.Stage != "COMPLETE",
            CloudOperation.Reverse => life.Stage == "COMPLETE",
            _ => throw new ArgumentOutOfRangeException(nameof(operation)),
        };
    }

    /// <summary>A replication was stopped.</summary>
    public void Stopped(string id)
    {
        if (_lives[id] is { Stage: "TEST" } life)
        {
            _machines.Remove(life.Copy!);
        }

        _lives.Remove(id);
    }

    /// <summary>An operation was done to a replication.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="told">The replication as its task told it; only ids of machines are taken from it.</param>
    public void Done(CloudOperation operation, VmReplication told)
    {
        Life? before = _lives.GetValueOrDefault(told.Id);
        _lives[told.Id] = operation switch
        {
            CloudOperation.Start => new Life("NOT_STARTED", Paused: false, Reversed: false, CloudMachine.KeyOf(told.Source.Site, told.Machine).Id, Copy: null),
            CloudOperation.Pause or CloudOperation.Resume => before! with { Paused = operation == CloudOperation.Pause },
            CloudOperation.FailoverTest => Recovered(before!, "TEST", told),
            CloudOperation.FailoverTestCleanup => Cleaned(before!),
            CloudOperation.Failover or CloudOperation.Migrate => Recovered(Cleaned(before!), "COMPLETE", told) with { Paused = false },
            CloudOperation.Reverse => Reversed(before!),
            _ => before!,
        };
    }

    private Life Recovered(Life life, string stage, VmReplication told)
    {
        string copy = CloudMachine.KeyOf(told.Destination.Site, told.Recovery!.Machine).Id;
        Assert.True(_machines.Add(copy), "A recovered machine is a new one.");
        return life with { Stage = stage, Copy = copy };
    }

    private Life Cleaned(Life life)
    {
        if (life.Copy is not null)
        {
            _machines.Remove(life.Copy);
        }

        return life with { Stage = "NOT_STARTED", Copy = null };
    }

    private Life Reversed(Life life)
    {
        _machines.Remove(life.Source);
        return new Life("NOT_STARTED", Paused: false, !life.Reversed, life.Copy!, Copy: null);
    }

    /// <param name="Stage">The recovery state.</param>
    /// <param name="Paused">Whether it is paused; what is complete is not.</param>
    /// <param name="Reversed">Whether it goes the other way.</param>
    /// <param name="Source">The machine that is replicated.</param>
    /// <param name="Copy">The machine that was recovered.</param>
    internal sealed record Life(string Stage, bool Paused, bool Reversed, string Source, string? Copy);
}
