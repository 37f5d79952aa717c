using VasaSim.Core;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Cloud.Queries;
using VasaSim.Core.Model;
using VasaSim.Server.Faces.Vcda.Wire;

namespace VasaSim.Server.Faces.Vcda.Translation;

/// <summary>Says replications in the API's words.</summary>
/// <param name="world">The world.</param>
/// <param name="forAdministrators">Whether what only administrators are told is told.</param>
internal sealed class ReplicationTranslation(World world, bool forAdministrators)
{
    private static readonly StartupInfo _startup = new(0, "powerOn", 0, "powerOff", 0);
    private static readonly IReadOnlyDictionary<string, string> _nothing = new Dictionary<string, string>();

    /// <summary>The replication of a machine as it is now.</summary>
    public SingleVmReplicationInfo Single(VmReplication replication) => Single(CloudQueries.Describe(world, replication), IsBeingRecovered(replication));

    /// <summary>The replication of a machine as it was when it was described.</summary>
    public SingleVmReplicationInfo Single(DescribedReplication described) => Single(described, false);

    /// <summary>The replication of a vApp as it is now.</summary>
    public VappReplicationInfo Vapp(VappReplication vapp) => Vapp(
        vapp, [.. world.Cloud.ReplicationsIn(vapp.Id).Select(r => (CloudQueries.Describe(world, r), IsBeingRecovered(r)))]);

    /// <summary>The replication of a vApp as it was when its machines' were described.</summary>
    public VappReplicationInfo Vapp(IReadOnlyList<DescribedReplication> described) => Vapp(described[0].Vapp, [.. described.Select(d => (d, false))]);

    private VappReplicationInfo Vapp(VappReplication vapp, IReadOnlyList<(DescribedReplication Described, bool IsBeingRecovered)> machines)
    {
        DescribedReplication? first = machines.Count > 0 ? machines[0].Described : null;
        return new VappReplicationInfo
        {
            Id = vapp.Id,
            Owner = vapp.Owner,
            Source = SourceOf(vapp.Source, first?.SourceVdc),
            Destination = DestinationOf(
                vapp.Destination, first?.DestinationVdc, machines.Select(m => m.Described.Replication.Recovery?.Vapp).FirstOrDefault(v => v is not null)),
            Descriptor = new VappDescriptor(vapp.Name, vapp.Description, _nothing, NetworksOf(first?.SourceVdc), false, false),
            VmReplications = [.. machines.Select(m => Single(m.Described, m.IsBeingRecovered))],
            LastUpdated = vapp.LastUpdated.ToWire(),
            IsMigration = vapp.IsMigration,
            OverallHealth = machines.Select(m => m.Described.Status.Health).DefaultIfEmpty().Max().ToWire(),
        };
    }

    private SingleVmReplicationInfo Single(DescribedReplication described, bool isBeingRecovered)
    {
        VmReplication replication = described.Replication;
        ReplicationStatus status = described.Status;
        long age = (long)(described.At - status.Since).TotalMilliseconds;
        return new SingleVmReplicationInfo
        {
            Id = replication.Id,
            VmId = replication.Machine,
            VmName = replication.MachineName,
            VmDescription = described.Machine?.Description,
            ComputerName = described.Machine?.ComputerName,
            Owner = replication.Owner,
            IsPaused = replication.Flow.IsPaused,
            IsReversed = replication.IsReversed,
            IsMigration = replication.IsMigration,
            LastUpdated = replication.LastUpdated.ToWire(),
            Metadata = _nothing,
            OverallHealth = status.Health.ToWire(),
            DataConnectionState = status.DataConnection.ToWire(),
            Settings = SettingsOf(replication.Settings),
            SlaProfile = replication.SlaProfile is { } id ? new SlaProfileName(id, described.SlaProfileName ?? "") : null,
            SourceState = new SourceStateInfo(status.Source.ToWire(), age, ProgressOf(status.Progress)),
            DestinationState = new DestinationStateInfo
            {
                CurrentRpoViolation = status.RpoViolation,
                IsMovingReplica = false,
                LastError = status.LastError?.ToError(world.Knobs.Cloud),
                LatestInstance = status.Latest?.ToWire(),
                RecoveryInfo = RecoveryOf(replication, isBeingRecovered),
                SpaceRequirement = status.SpaceRequirement,
                State = status.Destination.ToWire(),
                StateAge = age,
            },
            StartupInfo = _startup,
            StorageProfile = replication.Destination.StorageProfile,
            StorageProfileName = described.DestinationVdc?.StorageProfiles.FirstOrDefault(p => p.Id == replication.Destination.StorageProfile)?.Name,
            PlacementPolicy = replication.Destination.PlacementPolicy,
            PlacementPolicyName = null,
            VimLocation = forAdministrators && described.DestinationVdc is { } vdc ? LocationOf(vdc) : null,
            Source = SourceOf(replication.Source, described.SourceVdc),
            Destination = DestinationOf(replication.Destination, described.DestinationVdc, replication.Recovery?.Vapp),
            VappReplicationId = replication.VappReplication,
        };
    }

    private bool IsBeingRecovered(VmReplication replication) =>
        CloudTasks.WorkingOn(world, replication.Id) is { Operation: CloudOperation.Failover or CloudOperation.FailoverTest or CloudOperation.Migrate };

    private RecoveryInfo RecoveryOf(VmReplication replication, bool isBeingRecovered)
    {
        RecoveryState state = isBeingRecovered ? RecoveryState.InProgress : replication.State switch
        {
            ReplicationState.InTest => RecoveryState.Test,
            ReplicationState.FailedOver => RecoveryState.Complete,
            _ => RecoveryState.NotStarted,
        };
        long? optimizeUntil = state == RecoveryState.Complete && replication.Recovery is { } done
            ? (done.At + world.Knobs.Cloud.OptimizedReverse).ToWire()
            : null;
        return replication.Destination.Vdc is not null
            ? new VcdRecoveryInfo { RecoveryState = state, OptimizeUntil = optimizeUntil, VappId = replication.Recovery?.Vapp, VcdVmId = replication.Recovery?.Machine }
            : new VcRecoveryInfo
            {
                RecoveryState = state,
                OptimizeUntil = optimizeUntil,
                VcId = VcenterIds.InstanceOf(world, replication.Destination.Site),
                VmId = replication.Recovery?.Machine,
            };
    }

    private VimLocation LocationOf(CloudVdc vdc)
    {
        string name = world.FindDatastore(vdc.Datastore)?.Name ?? vdc.Datastore;
        return new VimLocation(
            VcenterIds.ServerOf(world, vdc.Site), VcenterIds.InstanceOf(world, vdc.Site), $"{vdc.Datastore}:{name}", vdc.Datastore, name);
    }

    private static SourceInfo SourceOf(ReplicationEnd end, CloudVdc? vdc) => new(end.Site, end.Org, end.Vdc, vdc?.Name, end.Vapp, end.VappName);

    private static DestinationInfo DestinationOf(ReplicationEnd end, CloudVdc? vdc, string? recoveredVapp) =>
        new(end.Site, end.Org, end.Vdc, vdc?.Name, recoveredVapp);

    private static NamedItem[] NetworksOf(CloudVdc? vdc) => [.. (vdc?.Networks ?? []).Select(n => new NamedItem(n.Id, n.Name))];

    private static TransferProgressInfo? ProgressOf(TransferProgress? progress) =>
        progress is null ? null : new TransferProgressInfo(progress.Percent, progress.Total, progress.Done, progress.Total, progress.Total);

    private static VmReplicationSettings SettingsOf(ReplicationSettings settings) => new(
        settings.Description,
        settings.Rpo,
        settings.DataConnectionType.ToWire(),
        settings.Quiesced,
        settings.Retention.ToWire(),
        settings.InitialSyncTime?.ToWire() ?? 0,
        settings.ExcludedDisks);
}
