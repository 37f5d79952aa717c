using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Faults;

namespace VasaSim.Core.Tests.Cloud.Operations;

/// <summary>Short words for calls on a <see cref="CloudWorld"/>.</summary>
internal static class CloudCalls
{
    public static StartCommand StartOf(string machine = CloudWorld.Machine) => new()
    {
        SourceSite = CloudWorld.East,
        Machine = machine,
        Destination = new ReplicationEnd { Site = CloudWorld.West, Vdc = CloudWorld.WestVdc },
        Settings = new ReplicationSettings(),
        Owner = $"orgA@{CloudWorld.East}",
    };

    public static StartCommand VappStart => StartOf() with { Machine = null, Vapp = CloudWorld.Vapp };

    public static ReplicationEnd OnPremises => new() { Site = CloudWorld.OnPrem };

    /// <summary>What an operation takes when nothing special is wanted of it.</summary>
    public static CloudCommand CommandOf(CloudOperation operation) => operation switch
    {
        CloudOperation.Start => StartOf(),
        CloudOperation.Reconfigure => new ReconfigureCommand { Rpo = 30 },
        CloudOperation.Failover or CloudOperation.FailoverTest or CloudOperation.Migrate => new RecoverCommand { PowerOn = true },
        CloudOperation.ChangeStorageProfile => new StorageProfileCommand("profile-west-fast"),
        _ => new PlainCommand(),
    };

    public static Result<CloudTask> Call(this CloudWorld lab, CloudOperation operation, string? id = null, CloudCommand? command = null) =>
        CloudTasks.Start(lab.World, new CloudCall
        {
            Operation = operation,
            OfVapp = id?.StartsWith("C4VAPP-", StringComparison.Ordinal) ?? command is StartCommand { Machine: null },
            Replication = id,
            Command = command ?? CommandOf(operation),
            User = "admin@orgA",
            Site = CloudWorld.East,
        });

    /// <summary>Makes a call that must be accepted.</summary>
    public static CloudTask Begin(this CloudWorld lab, CloudOperation operation, string? id = null, CloudCommand? command = null)
    {
        Result<CloudTask> result = lab.Call(operation, id, command);
        Assert.Null(result.Fault);
        return result.Value;
    }

    /// <summary>Lets time pass until a task has ended.</summary>
    public static CloudTask End(this CloudWorld lab, CloudTask task)
    {
        lab.AdvanceTo(task.Due);
        CloudTask ended = Assert.IsType<CloudTask>(lab.World.FindTask(task.Id));
        Assert.False(ended.IsRunning);
        Assert.NotEqual(task.Id, CloudTasks.WorkingOn(lab.World, task.Replication)?.Id);
        return ended;
    }

    /// <summary>Makes a call that must be done, and lets time pass until it is.</summary>
    public static CloudTask Done(this CloudWorld lab, CloudOperation operation, string? id = null, CloudCommand? command = null)
    {
        CloudTask ended = lab.End(lab.Begin(operation, id, command));
        Assert.Null(ended.Error);
        return ended;
    }

    /// <summary>Makes a call whose task must fail.</summary>
    public static Fault Failed(this CloudWorld lab, CloudOperation operation, string? id = null, CloudCommand? command = null) =>
        lab.End(lab.Begin(operation, id, command)).Error ?? throw new ArgumentException($"{operation} was done.");

    /// <summary>Makes a call that must be refused.</summary>
    public static Fault Refused(this CloudWorld lab, CloudOperation operation, string? id = null, CloudCommand? command = null) =>
        lab.Call(operation, id, command).Fault ?? throw new ArgumentException($"{operation} was accepted.");

    /// <summary>Starts a replication; gives back its id.</summary>
    public static string Started(this CloudWorld lab, StartCommand? command = null) =>
        lab.Done(CloudOperation.Start, command: command ?? StartOf()).Replication;

    public static CloudMachine Source(this CloudWorld lab, string id) =>
        lab.Tables.FindMachine(lab.Of(id).Source.Site, lab.Of(id).Machine)!;

    public static CloudMachine Recovered(this CloudWorld lab, string id) =>
        lab.Tables.FindMachine(lab.Of(id).Destination.Site, lab.Of(id).Recovery!.Machine)!;
}
