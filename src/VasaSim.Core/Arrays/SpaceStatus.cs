using VasaSim.Core.Model;

namespace VasaSim.Core.Arrays;

/// <summary>How close something that is thin provisioned is to running out of space.</summary>
public enum SpaceStatus
{
    /// <summary>Far enough.</summary>
    Green,

    /// <summary>90 % are used, or more.</summary>
    Yellow,

    /// <summary>95 % are used, or more.</summary>
    Red,
}

/// <summary>
/// The law of thin provisioning. The documents name the three states but no limits: 90 % and 95 % are our choice. What
/// has its space from the beginning is always green.
/// </summary>
public static class SpaceLaw
{
    private const double SoftLimit = 0.9;
    private const double HardLimit = 0.95;

    // Space is counted in whole MiB: the number next to a limit is the limit.
    private const double Rounding = 0.5;

    /// <summary>The status of a LUN.</summary>
    public static SpaceStatus Of(StorageLun lun)
    {
        ArgumentNullException.ThrowIfNull(lun);
        return lun.Thin ? Of(lun.UsedInMB, lun.CapacityInMB) : SpaceStatus.Green;
    }

    /// <summary>The status of a file system, which is that of its pool.</summary>
    public static SpaceStatus Of(StorageFileSystem system, StorageArray array)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(array);
        return array.Pools.FirstOrDefault(p => p.Id == system.Pool) is { } pool
            ? Of(pool.UsedInMB, pool.CapacityInMB)
            : SpaceStatus.Green;
    }

    /// <summary>How much is used, in whole percent, rounded to the nearest.</summary>
    public static int PercentUsed(StorageLun lun)
    {
        ArgumentNullException.ThrowIfNull(lun);
        return (int)Math.Round(100.0 * lun.UsedInMB / lun.CapacityInMB);
    }

    private static SpaceStatus Of(long used, long capacity) => ((used + Rounding) / capacity) switch
    {
        >= HardLimit => SpaceStatus.Red,
        >= SoftLimit => SpaceStatus.Yellow,
        _ => SpaceStatus.Green,
    };
}
