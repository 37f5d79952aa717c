using VasaSim.Core.Storage;

namespace VasaSim.Core.Model;

/// <summary>A LUN of an array.</summary>
public sealed record StorageLun : Entity
{
    /// <summary>Unique id, which SMS also calls scsi3Id.</summary>
    public required string Id { get; init; }

    /// <summary>The array that it is on.</summary>
    public required string Array { get; init; }

    /// <summary>The name that hosts see: <c>naa.…</c>.</summary>
    public required string CanonicalName { get; init; }

    /// <summary>The name that the vendor's tools show.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Size in MiB.</summary>
    public required long CapacityInMB { get; init; }

    /// <summary>What is used of it, in MiB.</summary>
    public required long UsedInMB { get; init; }

    /// <summary>Since when it has been as close to full as it is.</summary>
    public DateTimeOffset StatusSince { get; init; }

    /// <summary>Whether it takes space only as it fills.</summary>
    public bool Thin { get; init; }

    /// <summary>Whether Storage DRS may move what is on it.</summary>
    public bool DrsPermitted { get; init; } = true;

    /// <summary>The pool that its space comes from.</summary>
    public string? Pool { get; init; }

    /// <summary>The port that hosts reach it by.</summary>
    public string? Port { get; init; }

    /// <summary>The hosts that share it.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The datastore that has it as an extent.</summary>
    public string? Datastore { get; init; }

    /// <summary>The LUN of another array that it is replicated to; null: it is not.</summary>
    public string? Peer { get; init; }

    /// <summary>Position in the lab, for a stable order.</summary>
    public required int Ordinal { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.StorageLun, Id);
}
