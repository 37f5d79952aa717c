using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Queries;

namespace VasaSim.Core.Recovery.Operations;

/// <summary>Makes and deletes mappings, and says which datastores placeholders are made on; all at once, without a task.</summary>
public static class InventoryMappings
{
    /// <summary>Maps something at one site to something of its kind at another, or for a test network at the same site.</summary>
    /// <returns>The mapping; or the fault: one of the two is not there, or the first is mapped already.</returns>
    public static Result<InventoryMapping> Create(World world, MappingKind kind, string source, string target)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (InventoryNames.Find(world, kind, source) is not var (site, _))
        {
            return new ProtectionNotFound(ProtectionThing.InventoryObject, source);
        }

        if (InventoryNames.Find(world, kind, target) is not var (targetSite, _)
            || (site.Id == targetSite.Id) != (kind == MappingKind.TestNetwork))
        {
            return new ProtectionNotFound(ProtectionThing.InventoryObject, target);
        }

        if (world.Recovery.FindMapping(kind, source, targetSite.Id) is not null)
        {
            return new AlreadyMapped(source);
        }

        (string id, long number) = Protecting.NextId(world, "mapping");
        InventoryMapping mapping = new()
        {
            Id = id,
            Ordinal = number,
            Kind = kind,
            Site = site.Id,
            Source = source,
            TargetSite = targetSite.Id,
            Target = target,
        };
        world.Put(mapping);
        return mapping;
    }

    /// <summary>Deletes a mapping. Machines that were protected by it stay so, yet nobody knows any more where they go.</summary>
    /// <returns>The fault when there is none; null when it is done.</returns>
    public static Fault? Delete(World world, string id)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (world.Recovery.FindMapping(id) is not { } mapping)
        {
            return new ProtectionNotFound(ProtectionThing.Mapping, id);
        }

        world.Remove(mapping);
        return null;
    }

    /// <summary>Says by which rules machines get other addresses where a mapping leads.</summary>
    /// <param name="world">The world.</param>
    /// <param name="id">The mapping.</param>
    /// <param name="rules">See <see cref="InventoryMapping.AddressRules"/>.</param>
    /// <returns>The fault when there is no mapping of networks of that id; null when it is done.</returns>
    public static Fault? SetAddressRules(World world, string id, string? rules)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (world.Recovery.FindMapping(id) is not { Kind: MappingKind.Network } mapping)
        {
            return new ProtectionNotFound(ProtectionThing.Mapping, id);
        }

        world.Put(mapping with { AddressRules = rules });
        return null;
    }

    /// <summary>Lets placeholders be made on a datastore.</summary>
    /// <returns>The fault when it is not there, or one already; null when it is done.</returns>
    public static Fault? AddPlaceholderDatastore(World world, string datastore)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (world.FindDatastore(datastore) is not { } found)
        {
            return new ProtectionNotFound(ProtectionThing.Datastore, datastore);
        }

        if (world.Recovery.FindPlaceholderDatastore(datastore) is not null)
        {
            return new AlreadyMapped(datastore);
        }

        world.Put(new PlaceholderDatastore { Datastore = datastore, Site = found.Site, Ordinal = Protecting.NextNumber(world) });
        return null;
    }

    /// <summary>Lets no more placeholders be made on a datastore; those that are on it stay.</summary>
    /// <returns>The fault when it is none; null when it is done.</returns>
    public static Fault? RemovePlaceholderDatastore(World world, string datastore)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (world.Recovery.FindPlaceholderDatastore(datastore) is not { } found)
        {
            return new ProtectionNotFound(ProtectionThing.Datastore, datastore);
        }

        world.Remove(found);
        return null;
    }
}
