using VasaSim.Core.Model;
using VasaSim.Core.Storage;
using VasaSim.Core.Time;

namespace VasaSim.Core.Lab;

/// <summary>Makes a new world from the description of a lab. The same arguments always give the same world.</summary>
public static class WorldBuilder
{
    /// <summary>Makes all entities of a new world but its clock.</summary>
    /// <param name="lab">What to build; complete and consistent, see <see cref="LabDefinition"/>.</param>
    /// <param name="seed">What the ids are derived from.</param>
    /// <param name="startTime">T0, to which all times of the lab are relative; cut to whole milliseconds.</param>
    /// <param name="fixedStart">Whether a reset begins at <paramref name="startTime"/> again.</param>
    /// <returns>The entities in lab order, no two with the same key.</returns>
    /// <exception cref="ArgumentException">The lab names something that it does not define.</exception>
    public static IReadOnlyList<Entity> Build(
        LabDefinition lab, long seed, DateTimeOffset startTime, bool fixedStart)
    {
        ArgumentNullException.ThrowIfNull(lab);
        DateTimeOffset start = ClockState.WholeMilliseconds(startTime);
        WorldBuilderPlaces places = new(lab);
        WorldBuilderGroups groups = new(lab, places, new WorldBuilderIds(seed), start);
        groups.BuildAll();
        WorldBuilderProviders providers = new(lab, start);
        WorldBuilderClouds clouds = new(lab, places, groups.Machines, seed);
        clouds.BuildAll();
        WorldBuilderReplications replications = new(lab, clouds, seed, start);
        replications.BuildAll();
        WorldBuilderRecovery recovery = new(lab, seed, start);
        return
        [
            new WorldInfo { Lab = lab, Seed = seed, StartTime = start, FixedStart = fixedStart },
            new Counters
            {
                Groups = groups.Groups.Count,
                Replicas = groups.Replicas.Count,
                Providers = providers.HighestNumber,
                Cloud = Math.Max(clouds.Machines.Count, Math.Max(clouds.Vapps.Count, replications.Replications.Count)),
                Recovery = recovery.HighestNumber,
            },
            .. lab.Sites.Select((site, i) => new Site { Id = site.Id, VCenter = site.VCenter, Inventory = site.Inventory, Ordinal = i }),
            .. places.Hosts,
            .. places.Datastores,
            .. groups.Machines,
            .. clouds.NewInInventory,
            .. ArraysOf(lab),
            .. lab.Luns.Select((lun, i) => lun with { Ordinal = i, StatusSince = start }),
            .. lab.Containers.Select((container, i) => container with { Ordinal = i }),
            .. providers.Registered,
            .. providers.Endpoints,
            .. lab.FaultDomains.Select(DomainOf),
            .. lab.Links.Select(link => LinkOf(link, start)),
            .. groups.Groups,
            .. groups.Replicas,
            .. clouds.Sites,
            .. clouds.Vdcs,
            .. clouds.Vapps,
            .. clouds.Machines,
            .. clouds.SlaProfiles,
            .. clouds.Policies,
            .. replications.VappReplications,
            .. replications.Replications,
            .. recovery.Mappings,
            .. recovery.Datastores,
            .. recovery.Groups,
            .. recovery.Plans,
        ];
    }

    /// <summary>
    /// What begins when the world does begins one tick of its clock after T0, so that a replica made at T0 itself
    /// is still there.
    /// </summary>
    internal static DateTimeOffset JustAfter(DateTimeOffset start) => start.AddMilliseconds(1);

    // A lab need not describe its arrays to replicate: one that is only named is there all the same.
    private static IEnumerable<StorageArray> ArraysOf(LabDefinition lab)
    {
        IEnumerable<string> named = lab.Providers
            .Where(p => p is { Registered: true, Provider.ArrayIndependent: false })
            .SelectMany(p => p.Provider.Arrays)
            .Select(a => a.ArrayId)
            .Distinct()
            .Except(lab.Arrays.Select(a => a.Id));
        return lab.Arrays
            .Concat(named.Select(id => new StorageArray { Id = id, Name = id, Vendor = "SIM", Model = "X50", Ordinal = 0 }))
            .Select((array, i) => array with { Ordinal = i });
    }

    private static FaultDomain DomainOf(FaultDomainDefinition definition, int ordinal) => new()
    {
        Id = definition.Id,
        Name = definition.Name,
        Description = definition.Description,
        ArrayId = definition.ArrayId,
        Provider = definition.Provider,
        Peers = definition.Peers,
        Ordinal = ordinal,
    };

    private static Link LinkOf(LinkDefinition definition, DateTimeOffset start)
    {
        (string a, string b) = Link.Order(definition.From, definition.To);
        return new()
        {
            A = a,
            B = b,
            Up = definition.Up,
            Lag = definition.Lag,
            Bandwidth = definition.Bandwidth,
            Outages = definition.Up ? [] : [new Interval(JustAfter(start), null)],
        };
    }
}
