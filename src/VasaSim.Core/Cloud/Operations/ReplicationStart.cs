using System.Globalization;
using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Faults;

namespace VasaSim.Core.Cloud.Operations;

/// <summary>Begins to replicate machines: one, those of a vApp, or some on-premises that become a vApp.</summary>
internal static class ReplicationStart
{
    /// <summary>The plan of a call; or its fault.</summary>
    public static Result<CloudPlan> Plan(World world, CloudCall call)
    {
        StartCommand command = (StartCommand)call.Command;
        if (!world.Knobs.Cloud.Licensed)
        {
            return new NotLicensed();
        }

        if (!StartSources.Find(world, command, call.OfVapp).TryGet(out IReadOnlyList<CloudMachine>? machines, out Fault? fault)
            || !ReplicationEnds.Destination(world, command.Destination).TryGet(out ReplicationEnd? destination, out fault)
            || !SettingsCheck.Resolve(world, command.Settings, command.SlaProfile).TryGet(out ReplicationSettings? settings, out fault))
        {
            return fault;
        }

        ReplicationEnd source = ReplicationEnds.Source(world, machines[0], command.VappName);
        if ((ReplicationEnds.CheckOwner(world, command.Owner)
            ?? (source.Site == destination.Site && source.Vdc == destination.Vdc ? new InvalidArgument("destination") : null)
            ?? StartSources.CheckDisks(command, machines, call.OfVapp)
            ?? CheckSeeds(world, command, destination)
            ?? PolicyCheck.Start(world, source, destination, settings, machines.Count)
            ?? AllReplicated(world, machines, destination)) is { } problem)
        {
            return problem;
        }

        string NewId() => DerivedId.Guid(string.Create(
            CultureInfo.InvariantCulture, $"{world.Info.Seed}|cloud|replication|{CloudInventory.NextNumber(world)}")).ToString();
        CloudWork[] work = [.. machines.Select(m => new CloudWork(
            $"C4-{NewId()}", Refusal(world, command, m, source, destination, world.Now), Machine: m.Id))];
        return new CloudPlan(
            call.OfVapp ? $"C4VAPP-{NewId()}" : work[0].Replication,
            call.OfVapp ? NameOf(source, machines[0]) : machines[0].Name,
            source.Org,
            destination.Org,
            work);
    }

    /// <summary>Begins one of the replications, and the vApp's with the first of them.</summary>
    /// <returns>Why it cannot be done any more; null when it is done.</returns>
    public static Fault? Do(World world, CloudTask task, CloudWork work)
    {
        StartCommand command = (StartCommand)task.Pending!;
        ReplicationEnd destination = ReplicationEnds.Destination(world, command.Destination).Value;
        if (world.Cloud.FindMachine(command.SourceSite, work.Machine!) is not { } machine)
        {
            return new CloudNotFound(CloudThing.Machine, work.Machine!);
        }

        ReplicationEnd source = ReplicationEnds.Source(world, machine, command.VappName);
        if (Refusal(world, command, machine, source, destination, task.Created) is { } refusal)
        {
            return refusal;
        }

        VmReplication replication = new()
        {
            Id = work.Replication,
            Ordinal = world.Cloud.Replications is [.., var last] ? last.Ordinal + 1 : 0,
            VappReplication = ParentOf(world, task, command, machine, source, destination),
            Owner = command.Owner,
            Machine = machine.Id,
            MachineName = machine.Name,
            Source = source,
            Destination = destination,
            Settings = SettingsCheck.Resolve(world, command.Settings, command.SlaProfile).Value with
            {
                ExcludedDisks = StartSources.ExcludedDisks(command, machine.Id),
            },
            SlaProfile = command.SlaProfile,
            IsMigration = command.IsMigration,
            LastUpdated = world.Now,
            Flow = new DataFlow { Mode = FlowMode.Waiting, Since = world.Now },
        };

        // A seed has the data already, and is the replica from now on.
        CloudMachine? seed = SeedOf(world, command, machine, destination);
        long bytes = seed is null ? machine.Disks.Where(d => !replication.Settings.ExcludedDisks.Contains(d.Key)).Sum(d => d.Bytes) : 0;
        if (seed is not null)
        {
            CloudInventory.Remove(world, seed);
        }

        world.Put(DataFlows.Begin(world, replication, bytes));
        return null;
    }

    /// <summary>Whether a machine is not replicated to a site yet, but for one replication.</summary>
    public static Fault? CheckFree(World world, CloudMachine machine, string site, string? except = null) =>
        world.Cloud.ReplicationsOf(machine.Site, machine.Id).FirstOrDefault(r => r.Destination.Site == site && r.Id != except) is { } other
            ? new AlreadyReplicated(machine.Name, other.Id)
            : null;

    private static Fault? Refusal(
        World world, StartCommand command, CloudMachine machine, ReplicationEnd source, ReplicationEnd destination, DateTimeOffset since) =>
        CheckFree(world, machine, destination.Site)
            ?? CloudCheck.CheckLink(world, source, destination, since)
            ?? CheckSeed(world, command, machine, destination);

    private static Fault? AllReplicated(World world, IReadOnlyList<CloudMachine> machines, ReplicationEnd destination)
    {
        Fault?[] faults = [.. machines.Select(m => CheckFree(world, m, destination.Site))];
        return faults.All(f => f is not null) ? faults[0] : null;
    }

    private static Fault? CheckSeeds(World world, StartCommand command, ReplicationEnd destination)
    {
        foreach (string seed in command.Seeds.Values)
        {
            if (world.Cloud.FindMachine(destination.Site, seed) is not { } machine
                || ReplicationEnds.Source(world, machine, null).Vdc != destination.Vdc)
            {
                return new CloudNotFound(CloudThing.Machine, seed);
            }
        }

        return null;
    }

    private static Fault? CheckSeed(World world, StartCommand command, CloudMachine machine, ReplicationEnd destination)
    {
        if (!command.Seeds.TryGetValue(machine.Id, out string? id))
        {
            return null;
        }

        return SeedOf(world, command, machine, destination) is not { } seed ? new CloudNotFound(CloudThing.Machine, id)
            : seed.Disks.SequenceEqual(machine.Disks) ? null
            : new SeedMismatch(seed.Name, machine.Name);
    }

    private static CloudMachine? SeedOf(World world, StartCommand command, CloudMachine machine, ReplicationEnd destination) =>
        command.Seeds.TryGetValue(machine.Id, out string? seed) ? world.Cloud.FindMachine(destination.Site, seed) : null;

    private static string ParentOf(
        World world, CloudTask task, StartCommand command, CloudMachine machine, ReplicationEnd source, ReplicationEnd destination)
    {
        string id = task.OfVapp ? task.Replication : $"C4VAPP-{DerivedId.Guid($"{world.Info.Seed}|cloud|parent|{task.Replication}")}";
        if (world.Cloud.FindVappReplication(id) is null)
        {
            world.Put(new VappReplication
            {
                Id = id,
                Ordinal = world.Cloud.VappReplications is [.., var last] ? last.Ordinal + 1 : 0,
                Owner = command.Owner,
                Name = NameOf(source, machine),
                Description = command.Settings.Description,
                Source = source,
                Destination = destination,
                IsMigration = command.IsMigration,
                LastUpdated = world.Now,
            });
        }

        return id;
    }

    private static string NameOf(ReplicationEnd source, CloudMachine machine) => source.VappName ?? machine.Name;
}
