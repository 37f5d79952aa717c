using VasaSim.Core.Arrays;
using VasaSim.Core.Model;

namespace VasaSim.Server.Control;

/// <summary>A LUN: where it is, and how full.</summary>
public sealed record LunReport
{
    /// <summary>Unique id; what SMS also calls scsi3Id.</summary>
    public required string Id { get; init; }

    /// <summary>The array that it is on.</summary>
    public required string Array { get; init; }

    /// <summary>The datastore that has it as an extent, or null.</summary>
    public required string? Datastore { get; init; }

    /// <summary>Size in MiB.</summary>
    public required long CapacityInMB { get; init; }

    /// <summary>What is used of it, in MiB.</summary>
    public required long UsedInMB { get; init; }

    /// <summary>Whether it takes space only as it fills.</summary>
    public required bool Thin { get; init; }

    /// <summary><c>green</c>, <c>yellow</c> or <c>red</c>.</summary>
    public required string Status { get; init; }

    internal static LunReport Of(StorageLun lun) => new()
    {
        Id = lun.Id,
        Array = lun.Array,
        Datastore = lun.Datastore,
        CapacityInMB = lun.CapacityInMB,
        UsedInMB = lun.UsedInMB,
        Thin = lun.Thin,
        Status = SpaceLaw.Of(lun) switch { SpaceStatus.Red => "red", SpaceStatus.Yellow => "yellow", _ => "green" },
    };
}

/// <summary>All LUNs in lab order.</summary>
public sealed record LunList(IReadOnlyList<LunReport> Luns);
