using System.Text.Json;
using System.Text.Json.Serialization;
using VasaSim.Core;
using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Cloud.Queries;
using VasaSim.Lab.Reading;

namespace VasaSim.Server.Control;

/// <summary>The replication of a machine from one cloud to another. Times are simulated.</summary>
public sealed record CloudReplicationReport
{
    /// <summary>Its id, such as <c>C4-…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The replication of a vApp that it is part of.</summary>
    public required string VappReplication { get; init; }

    /// <summary>Who it belongs to, as <c>org@cloud</c>.</summary>
    public required string Owner { get; init; }

    /// <summary>The name of the machine.</summary>
    public required string Name { get; init; }

    /// <summary>The id of the machine at the source.</summary>
    public required string Machine { get; init; }

    /// <summary><c>TARGET</c>, <c>INTEST</c> or <c>FAILEDOVER</c>, as groups have it.</summary>
    public required string State { get; init; }

    /// <summary>Whether it is paused.</summary>
    public required bool Paused { get; init; }

    /// <summary>Whether it goes the other way than it was started.</summary>
    public required bool Reversed { get; init; }

    /// <summary>Whether it was started to move the machine.</summary>
    public required bool Migration { get; init; }

    /// <summary>Where it comes from.</summary>
    public required CloudEndReport Source { get; init; }

    /// <summary>Where it goes to.</summary>
    public required CloudEndReport Destination { get; init; }

    /// <summary>What its data does: <c>waiting</c>, <c>transferring</c>, <c>scheduled</c>, <c>interrupted</c>, <c>paused</c>, <c>poweredOff</c> or <c>finished</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>The state of its data connection, such as <c>ok</c> or <c>initialSyncing</c>.</summary>
    public required string DataConnection { get; init; }

    /// <summary>How old its newest instance may be, in minutes.</summary>
    public required int Rpo { get; init; }

    /// <summary>How many minutes the newest instance is older than that.</summary>
    public required int RpoViolation { get; init; }

    /// <summary>How many instances it has.</summary>
    public required int InstanceCount { get; init; }

    /// <summary>The newest instance, or null.</summary>
    public required InstanceReport? Latest { get; init; }

    /// <summary>The id of the task that works on it now, or null.</summary>
    public required string? Task { get; init; }

    /// <summary>The instances, oldest first; left out in lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<InstanceReport>? Instances { get; init; }

    internal static CloudReplicationReport Of(World world, VmReplication replication)
    {
        ReplicationStatus status = CloudQueries.StatusOf(world, replication);
        return new()
        {
            Id = replication.Id,
            VappReplication = replication.VappReplication,
            Owner = replication.Owner,
            Name = replication.MachineName,
            Machine = replication.Machine,
            State = GroupWords.Of(replication.State),
            Paused = replication.Flow.IsPaused,
            Reversed = replication.IsReversed,
            Migration = replication.IsMigration,
            Source = CloudEndReport.Of(world, replication.Source),
            Destination = CloudEndReport.Of(world, replication.Destination),
            Mode = WordOf(replication.Flow.Mode),
            DataConnection = WordOf(status.DataConnection),
            Rpo = replication.Settings.Rpo,
            RpoViolation = status.RpoViolation,
            InstanceCount = CloudQueries.Instances(world, replication).Count,
            Latest = status.Latest is { } latest ? InstanceReport.Of(latest) : null,
            Task = CloudTasks.WorkingOn(world, replication.Id)?.Id,
        };
    }

    internal static CloudReplicationReport WithInstances(World world, VmReplication replication) =>
        Of(world, replication) with { Instances = [.. CloudQueries.Instances(world, replication).Select(InstanceReport.Of)] };

    private static string WordOf(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

/// <summary>An end of a replication.</summary>
/// <param name="Site">The cloud.</param>
/// <param name="Org">The organization; null on-premises.</param>
/// <param name="Vdc">The name of the virtual data center; null on-premises.</param>
public sealed record CloudEndReport(string Site, string? Org, string? Vdc)
{
    internal static CloudEndReport Of(World world, ReplicationEnd end) =>
        new(end.Site, end.Org, end.Vdc is { } vdc ? world.Cloud.FindVdc(vdc)?.Name : null);
}

/// <summary>A point-in-time replica of a machine.</summary>
/// <param name="Key">Its id.</param>
/// <param name="Number">Position in the order of making, from 1.</param>
/// <param name="Time">The moment whose data it holds.</param>
/// <param name="Bytes">How much was transferred for it.</param>
public sealed record InstanceReport(string Key, long Number, DateTimeOffset Time, long Bytes)
{
    internal static InstanceReport Of(ReplicaInstance instance) => new(instance.Key, instance.SequenceNumber, instance.Time, instance.TransferBytes);
}

/// <summary>The replications of machines, in the order of starting.</summary>
public sealed record CloudReplicationList(IReadOnlyList<CloudReplicationReport> Replications);
