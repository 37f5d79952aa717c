using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Plans.Runs;
using VasaSim.Core.Storage;
using VasaSim.Core.Tasks;
using VasaSim.Core.Time;

namespace VasaSim.Core;

/// <content>What the running command has changed so far, and where each kind of entity has its place.</content>
public sealed partial class World
{
    private readonly Dictionary<EntityKey, (Entity? Before, Entity? After)> _changes = [];
    private readonly List<MadeCall> _madeCalls = [];

    /// <summary>
    /// The calls that runs of recovery plans have made to the Storage Monitoring Service since the changes were last taken, in
    /// order. Whoever wants them looks before that.
    /// </summary>
    public IReadOnlyList<MadeCall> MadeCalls => _madeCalls;

    /// <summary>Asked before each call that a run of a recovery plan makes to the Storage Monitoring Service; null: nobody is.</summary>
    public ICallRules? CallRules { get; set; }

    /// <summary>What was changed since the last call, or null when nothing was; the next change has the next revision.</summary>
    public WorldChanges? TakeChanges()
    {
        TaskOrder = null;
        _madeCalls.Clear();
        if (_changes.Count == 0)
        {
            return null;
        }

        EntityChange[] changes = [.. _changes.Select(c => new EntityChange(c.Key, c.Value.After))];
        _changes.Clear();
        return new WorldChanges { Revision = ++_revision, Changes = changes };
    }

    /// <summary>Undoes what was changed since the changes were last taken: a command failed in the middle.</summary>
    public void Rollback()
    {
        TaskOrder = null;
        _madeCalls.Clear();
        foreach ((EntityKey key, (Entity? before, Entity? after)) in _changes)
        {
            Place(key, before, after);
        }

        _changes.Clear();
    }

    /// <summary>Notes a call that a run made.</summary>
    internal void Note(MadeCall call) => _madeCalls.Add(call);

    private void Change(EntityKey key, Entity? after, Entity? removed = null)
    {
        Entity? before = Place(key, after, removed);
        if (_changes.TryGetValue(key, out (Entity? Before, Entity? After) earlier))
        {
            before = earlier.Before;
        }

        if (before is null && after is null)
        {
            // It came and went within the command: nobody needs to know.
            _changes.Remove(key);
        }
        else
        {
            _changes[key] = (before, after);
        }
    }

    // `known` tells the ids of an entity that is to go, since a key does not have them in their parts.
    private Entity? Place(EntityKey key, Entity? value, Entity? known = null)
    {
        switch (value ?? known)
        {
            case WorldInfo:
                (Entity? info, Info) = (Info, (WorldInfo)value!);
                return info;
            case Model.Counters:
                (Entity? counters, Counters) = (Counters, (Model.Counters)value!);
                return counters;
            case ClockState:
                (Entity? clock, Clock) = (Clock, (ClockState)value!);
                return clock;
            case Site:
                return _sites.Set(key.Id, (Site?)value);
            case Host:
                return _hosts.Set(key.Id, (Host?)value);
            case Datastore:
                return _datastores.Set(key.Id, (Datastore?)value);
            case VirtualMachine:
                return _machines.Set(key.Id, (VirtualMachine?)value);
            case StorageArray:
                return _arrays.Set(key.Id, (StorageArray?)value);
            case StorageLun:
                return _luns.Set(key.Id, (StorageLun?)value);
            case StorageContainer:
                return _containers.Set(key.Id, (StorageContainer?)value);
            case Provider:
                _providerIndex = null;
                Provider? provider = _providers.Set(key.Id, (Provider?)value);
                Agenda.Change(provider, (Provider?)value);
                return provider;
            case ProviderEndpoint:
                _providerIndex = null;
                ProviderEndpoint? endpoint = _endpoints.Set(key.Id, (ProviderEndpoint?)value);
                Agenda.Change(endpoint, (ProviderEndpoint?)value);
                return endpoint;
            case StorageAlarm alarm:
                return _alarms.Set(alarm.Provider, alarm.Id, (StorageAlarm?)value);
            case FaultDomain:
                _providerIndex = null;
                return _domains.Set(key.Id, (FaultDomain?)value);
            case Link:
                return _links.Set(key.Id, (Link?)value);
            case ReplicationGroup group:
                return _groups.Set(group.Id, (ReplicationGroup?)value);
            case PointInTimeReplica replica:
                return Replicas.Set(replica, present: value is not null);
            case ServiceTask task:
                return Tasks.Set(task.Id, (ServiceTask?)value);
            case { } entity when Cloud.TryPlace(key, value, entity, out Entity? ofClouds):
                return ofClouds;
            case { } entity when Recovery.TryPlace(key, value, entity, out Entity? ofRecovery):
                return ofRecovery;
            default:
                throw new ArgumentException($"An entity of kind {key.Kind} has no place in the world.", nameof(value));
        }
    }
}
