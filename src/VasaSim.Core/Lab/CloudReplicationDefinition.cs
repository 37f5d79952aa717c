using VasaSim.Core.Cloud.Model;

namespace VasaSim.Core.Lab;

/// <summary>A replication that there is when the world begins.</summary>
public sealed record CloudReplicationDefinition
{
    /// <summary>The machine, as <c>cloud/org/vApp/name</c> or <c>vCenter/id</c>; null: all of <see cref="Vapp"/>.</summary>
    public string? Vm { get; init; }

    /// <summary>The vApp, as <c>cloud/org/name</c>; null: only <see cref="Vm"/>.</summary>
    public string? Vapp { get; init; }

    /// <summary>Where to: the cloud site.</summary>
    public required string Site { get; init; }

    /// <summary>Where to: the name of the virtual data center; null at a vCenter alone.</summary>
    public string? Vdc { get; init; }

    /// <summary>Where to: the name of the storage profile; null: the default one, or there is none.</summary>
    public string? StorageProfile { get; init; }

    /// <summary>Who it belongs to, as <c>org@site</c>; null: the organization of the source, or else of the destination.</summary>
    public string? Owner { get; init; }

    /// <summary>The settings; of an SLA profile's replication only the description counts.</summary>
    public ReplicationSettings Settings { get; init; } = new();

    /// <summary>The name of the SLA profile.</summary>
    public string? SlaProfile { get; init; }

    /// <summary>Whether it is paused.</summary>
    public bool Paused { get; init; }

    /// <summary>Whether the initial sync is over at T0; if not, it begins then.</summary>
    public bool Synced { get; init; } = true;
}
