using VasaSim.Core.Arrays;
using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Model;
using VasaSim.Core.Replication;

namespace VasaSim.Core.Control;

/// <summary>What a tester does to the world: links, LUNs, providers, machines of clouds. Everything else follows by the laws.</summary>
public static class WorldControl
{
    private const int KeptOutages = 1000;

    /// <summary>Changes a link; one that is not known yet begins up, without lag or limit.</summary>
    /// <returns>The link after the change.</returns>
    public static Link SetLink(World world, string one, string other, LinkPatch patch)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(patch);
        (string a, string b) = Link.Order(one, other);
        Link before = world.FindLink(a, b) ?? new Link { A = a, B = b };
        Link link = before with
        {
            Up = patch.Up ?? before.Up,
            Lag = patch.Lag ?? before.Lag,
            Bandwidth = patch.Unlimited ? null : patch.Bandwidth ?? before.Bandwidth,
        };
        link = (before.Up, link.Up) switch
        {
            (true, false) => link with { Outages = [.. before.Outages.TakeLast(KeptOutages - 1), new Interval(world.Now, null)] },
            (false, true) => link with { Outages = [.. before.Outages.SkipLast(1), .. before.Outages.TakeLast(1).Select(o => o with { To = world.Now })] },
            _ => link,
        };
        DataFlows.PutLink(world, link);
        if (link.Up)
        {
            Partners.Reconcile(world, a, b);
        }

        return link;
    }

    /// <summary>Fills or empties a LUN.</summary>
    /// <returns>The LUN after the change.</returns>
    public static StorageLun FillLun(World world, StorageLun lun, long usedInMB)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(lun);
        StorageLun changed = lun with { UsedInMB = usedInMB };
        if (SpaceLaw.Of(changed) != SpaceLaw.Of(lun))
        {
            changed = changed with { StatusSince = world.Now };
        }

        world.Put(changed);
        return changed;
    }

    /// <summary>Changes a provider.</summary>
    /// <returns>The provider after the change.</returns>
    public static Provider SetProvider(World world, Provider provider, ProviderPatch patch)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(patch);
        Provider changed = provider with
        {
            Status = patch.Status ?? provider.Status,
            Busy = patch.Busy ?? provider.Busy,
            OutOfResource = patch.OutOfResource ?? provider.OutOfResource,
            NotImplemented = patch.NotImplemented ?? provider.NotImplemented,
            MaxBatchSize = patch.MaxBatchSize ?? provider.MaxBatchSize,
            ReverseIds = patch.ReverseIds ?? provider.ReverseIds,
            ForceSupported = patch.ForceSupported ?? provider.ForceSupported,
        };
        if (changed.IsReachable != provider.IsReachable)
        {
            changed = changed with { StatusSince = world.Now };
        }

        world.Put(changed);
        // One that is offline is so because it does not answer, and one that is not answers.
        if (patch.Status is { } status && world.EndpointOf(changed) is { } endpoint)
        {
            world.Put(endpoint with { Reachable = status != ProviderStatus.Offline, NextPoll = null });
        }

        return changed;
    }

    /// <summary>Changes a machine of a cloud, on which what replicates it goes on as it is then.</summary>
    /// <returns>The machine after the change.</returns>
    public static CloudMachine SetMachine(World world, CloudMachine machine, MachinePatch patch)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(patch);
        CloudMachine changed = machine with
        {
            PoweredOn = patch.PoweredOn ?? machine.PoweredOn,
            ChangeRate = patch.ChangeRate ?? machine.ChangeRate,
        };
        if (changed != machine)
        {
            DataFlows.PutMachine(world, changed);
        }

        return changed;
    }
}

/// <summary>What to change of a machine of a cloud; null leaves it.</summary>
/// <param name="PoweredOn">Whether it runs.</param>
/// <param name="ChangeRate">Bytes per second that it writes while it runs.</param>
public sealed record MachinePatch(bool? PoweredOn = null, long? ChangeRate = null);

/// <summary>What to change of a link; null leaves it.</summary>
/// <param name="Up">Whether data and control messages pass.</param>
/// <param name="Lag">How far the target is behind.</param>
/// <param name="Bandwidth">Bytes per second.</param>
/// <param name="Unlimited">True to take the limit of the bandwidth away.</param>
public sealed record LinkPatch(bool? Up = null, TimeSpan? Lag = null, long? Bandwidth = null, bool Unlimited = false);

/// <summary>What to change of a provider; null leaves it.</summary>
public sealed record ProviderPatch
{
    /// <summary>Health.</summary>
    public ProviderStatus? Status { get; init; }

    /// <summary>Refuses work with ProviderBusy.</summary>
    public bool? Busy { get; init; }

    /// <summary>Refuses tasks with ProviderOutOfResource.</summary>
    public bool? OutOfResource { get; init; }

    /// <summary>Wire names of methods it lacks.</summary>
    public IReadOnlyList<string>? NotImplemented { get; init; }

    /// <summary>Batch limits.</summary>
    public BatchLimits? MaxBatchSize { get; init; }

    /// <summary>Ids after a reverse.</summary>
    public ReverseIds? ReverseIds { get; init; }

    /// <summary>Whether a test can be stopped with force.</summary>
    public bool? ForceSupported { get; init; }
}
