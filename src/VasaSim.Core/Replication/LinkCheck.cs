namespace VasaSim.Core.Replication;

/// <summary>What operations need of the link between two sides.</summary>
internal static class LinkCheck
{
    /// <summary>Whether the link between two sides, in either order, is up.</summary>
    public static bool IsUp(World world, string one, string other) => world.FindLink(one, other) is not { Up: false };

    /// <summary>
    /// Whether it was down since a time. A transfer that lost its link in the middle has failed, even when the link is up
    /// again at its end.
    /// </summary>
    public static bool WasCut(World world, string one, string other, DateTimeOffset since) =>
        world.FindLink(one, other) is { Outages.Count: > 0 } link && link.Outages[^1].Overlaps(since, world.Now);
}
