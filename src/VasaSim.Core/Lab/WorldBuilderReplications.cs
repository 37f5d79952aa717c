using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;

namespace VasaSim.Core.Lab;

/// <summary>
/// Builds the replications between the clouds of a new world. They wait: <see cref="WorldBeginning"/> lets their data flow,
/// since how it does depends on the whole world.
/// </summary>
internal sealed class WorldBuilderReplications(LabDefinition lab, WorldBuilderClouds clouds, long seed, DateTimeOffset start)
{
    private readonly List<VmReplication> _replications = [];
    private readonly Dictionary<string, VappReplication> _vappReplications = new(StringComparer.Ordinal);
    private readonly ILookup<string?, CloudMachine> _machinesByVapp = clouds.Machines.ToLookup(machine => machine.Vapp);
    private readonly Dictionary<string, CloudVapp> _vapps = clouds.Vapps.ToDictionary(vapp => vapp.Id, StringComparer.Ordinal);

    public IReadOnlyList<VmReplication> Replications => _replications;

    public IEnumerable<VappReplication> VappReplications => _vappReplications.Values;

    public void BuildAll()
    {
        foreach (CloudReplicationDefinition definition in lab.Replications)
        {
            IEnumerable<CloudMachine> machines = definition.Vm is { } path
                ? [clouds.MachineAt(path)]
                : _machinesByVapp[clouds.VappAt(definition.Vapp ?? "").Id];
            foreach (CloudMachine machine in machines)
            {
                Add(definition, machine);
            }
        }
    }

    private void Add(CloudReplicationDefinition definition, CloudMachine machine)
    {
        ReplicationEnd source = SourceOf(machine);
        ReplicationEnd destination = DestinationOf(definition);
        string owner = definition.Owner ?? (source.Org is { } org ? $"{org}@{source.Site}"
            : destination.Org is { } other ? $"{other}@{destination.Site}"
            : $"System@{source.Site}");
        SlaProfile? sla = definition.SlaProfile is { } name ? clouds.SlaProfile(name) : null;
        _replications.Add(new()
        {
            Id = "C4-" + DerivedId.Guid($"{seed}|replication|{machine.Key.Id}|{destination.Site}"),
            Ordinal = _replications.Count + 1,
            VappReplication = VappReplicationOf(source, destination, owner, machine).Id,
            Owner = owner,
            Machine = machine.Id,
            MachineName = machine.Name,
            Source = source,
            Destination = destination,
            Settings = sla is null ? definition.Settings : sla.Settings with { Description = definition.Settings.Description },
            SlaProfile = sla?.Id,
            LastUpdated = start,
            Flow = new()
            {
                Mode = FlowMode.Waiting,
                Since = start,
                AsOf = start,
                IsPaused = definition.Paused,
                SyncedTo = definition.Synced ? start : null,
                Backlog = definition.Synced ? 0 : machine.Disks.Sum(disk => disk.Bytes),
            },
        });
    }

    private ReplicationEnd SourceOf(CloudMachine machine)
    {
        if (machine.Vapp is null)
        {
            return new() { Site = machine.Site, VappName = machine.Name };
        }

        CloudVapp vapp = _vapps[machine.Vapp];
        CloudVdc vdc = clouds.FindVdc(vapp.Vdc);
        return new() { Site = machine.Site, Org = vdc.Org, Vdc = vdc.Id, Vapp = vapp.Id, VappName = vapp.Name };
    }

    private ReplicationEnd DestinationOf(CloudReplicationDefinition definition)
    {
        if (definition.Vdc is null)
        {
            return new() { Site = clouds.SiteOf(definition.Site).Id };
        }

        CloudVdc vdc = clouds.VdcOf(definition.Site, definition.Vdc);
        NamedId profile = vdc.StorageProfiles.FirstOrDefault(p => definition.StorageProfile is null || p.Name == definition.StorageProfile)
            ?? throw new ArgumentException($"The lab's virtual data center '{vdc.Name}' has no storage profile '{definition.StorageProfile}'.");
        return new() { Site = vdc.Site, Org = vdc.Org, Vdc = vdc.Id, StorageProfile = profile.Id };
    }

    // Machines of one vApp that go the same way belong together, however the lab names them.
    private VappReplication VappReplicationOf(ReplicationEnd source, ReplicationEnd destination, string owner, CloudMachine machine)
    {
        string way = $"{source.Vapp ?? machine.Key.Id}|{destination.Site}|{destination.Vdc}|{owner}";
        if (!_vappReplications.TryGetValue(way, out VappReplication? replication))
        {
            replication = new()
            {
                Id = "C4VAPP-" + DerivedId.Guid($"{seed}|vapp replication|{way}"),
                Ordinal = _vappReplications.Count + 1,
                Owner = owner,
                Name = source.VappName ?? machine.Name,
                Source = source,
                Destination = destination,
                LastUpdated = start,
            };
            _vappReplications.Add(way, replication);
        }

        return replication;
    }
}
