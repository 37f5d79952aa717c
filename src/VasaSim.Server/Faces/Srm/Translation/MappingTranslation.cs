using System.Text.Json;
using VasaSim.Core;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Translation;

/// <summary>Says mappings in the API's words. Used in turns on the world.</summary>
internal static class MappingTranslation
{
    /// <summary>A mapping of folders, resource pools or storage policies.</summary>
    public static InventoryMappingInfo ToWire(this InventoryMapping mapping, (World World, DrIds Ids) at)
    {
        (ReverseMapping kind, string? back) = RecoveryQueries.ReverseOf(at.World, mapping);
        return new InventoryMappingInfo
        {
            Id = mapping.Id,
            PrimaryObject = at.Ids.InVcenter(mapping.Kind, mapping.Source, mapping.Site),
            SecondaryObject = at.Ids.InVcenter(mapping.Kind, mapping.Target, mapping.TargetSite),
            PrimaryObjectName = InventoryNames.Of(at.World, mapping.Source),
            SecondaryObjectName = InventoryNames.Of(at.World, mapping.Target),
            ReverseMappingType = kind,
            ReverseRecoveryObject = back is null ? null : at.Ids.InVcenter(mapping.Kind, back, mapping.Site),
            ReverseRecoveryObjectName = back is null ? null : InventoryNames.Of(at.World, back),
        };
    }

    /// <summary>A mapping of networks, with what tests use instead of where it leads.</summary>
    public static NetworkMapping ToNetwork(this InventoryMapping mapping, (World World, DrIds Ids) at)
    {
        InventoryMappingInfo known = mapping.ToWire(at);
        return new NetworkMapping
        {
            Id = known.Id,
            PrimaryObject = known.PrimaryObject,
            SecondaryObject = known.SecondaryObject,
            PrimaryObjectName = known.PrimaryObjectName,
            SecondaryObjectName = known.SecondaryObjectName,
            ReverseMappingType = known.ReverseMappingType,
            ReverseRecoveryObject = known.ReverseRecoveryObject,
            ReverseRecoveryObjectName = known.ReverseRecoveryObjectName,
            TestNetworkMapping = at.World.Recovery.FindMapping(MappingKind.TestNetwork, mapping.Target, mapping.TargetSite)?.ToTestNetwork(at),
            IPMapping = mapping.ToIPMapping(),
        };
    }

    /// <summary>The rules for the addresses of a mapping of networks; null: there are none.</summary>
    public static IPMapping? ToIPMapping(this InventoryMapping mapping) =>
        mapping.AddressRules is { } rules ? JsonSerializer.Deserialize(rules, SrmJson.Newest.IPMapping) : null;

    /// <summary>A mapping of a network to the one that tests use.</summary>
    public static TestNetworkMapping ToTestNetwork(this InventoryMapping mapping, (World World, DrIds Ids) at) => new()
    {
        TargetNetwork = at.Ids.InVcenter(mapping.Kind, mapping.Source, mapping.Site),
        TestNetwork = at.Ids.InVcenter(mapping.Kind, mapping.Target, mapping.TargetSite),
        Id = mapping.Id,
        TestNetworkName = InventoryNames.Of(at.World, mapping.Target),
    };
}
