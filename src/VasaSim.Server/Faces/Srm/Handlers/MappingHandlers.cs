using System.Text.Json.Serialization.Metadata;
using VasaSim.Core;
using VasaSim.Core.Faults;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Srm.Access;
using VasaSim.Server.Faces.Srm.Operations;
using VasaSim.Server.Faces.Srm.Translation;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>The mappings of what the site of a Site Recovery Manager has: the four operations of each kind.</summary>
internal static class MappingHandlers
{
    /// <summary>The rows with who answers them.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="list">Lists the mappings of a site.</param>
    /// <param name="create">Makes one.</param>
    /// <param name="show">Tells one.</param>
    /// <param name="delete">Deletes one.</param>
    public static IEnumerable<SrmOperation> By(MappingKind kind, SrmOperation list, SrmOperation create, SrmOperation show, SrmOperation delete)
    {
        SrmJson json = SrmJson.Newest;
        return kind switch
        {
            MappingKind.TestNetwork => Rows(json.TestNetworkMappingsSpec, json.DrListTestNetworkMapping, json.TestNetworkMapping, (m, i) => m.ToTestNetwork(i)),
            MappingKind.Network => Rows(json.MappingsSpec, json.DrListNetworkMapping, json.NetworkMapping, (m, i) => m.ToNetwork(i)),
            _ => Rows(json.MappingsSpec, json.DrListInventoryMappingInfo, json.InventoryMappingInfo, (m, i) => m.ToWire(i)),
        };

        IEnumerable<SrmOperation> Rows<T>(JsonTypeInfo spec, JsonTypeInfo page, JsonTypeInfo<T> type, Func<InventoryMapping, (World World, DrIds Ids), T> describe)
            where T : Resource =>
        [
            list.By((call, world) => Listing.Answer(call, world, RecoveryQueries.Mappings(world, call.NamedSite!.Name, kind).Select(m => describe(m, (world, call.Ids))), type), page),
            create.Taking(spec).By((call, world) => Create(call, world, kind)),
            show.By((call, world) => With(call, world, kind, mapping => call.Entity(describe(mapping, (world, call.Ids)), world)), type),
            delete.By((call, world) => With(call, world, kind, mapping => Ended(call, InventoryMappings.Delete(world, mapping.Id)))),
        ];
    }

    private static Outcome Create(SrmCall call, World world, MappingKind kind)
    {
        (string? from, string? to) = call.Body.Value switch
        {
            TestNetworkMappingsSpec spec => (spec.TargetNetwork, spec.TestNetwork),
            MappingsSpec spec => (spec.MappingSourceObject, spec.MappingTargetObject),
            _ => (null, null),
        };
        string type = DrIds.TypeOf(kind);
        if (call.Ids.Read(type, from) is not { } source || call.Ids.SiteOf(DrId.Parse(from)!.Value) != call.NamedSite)
        {
            return SrmCall.Wrong($"'{from}' is no id of the type {type} at the site '{call.NamedSite!.Name}'.");
        }

        return call.Ids.Read(type, to) is not { } target
            ? SrmCall.Wrong($"'{to}' is no id of the type {type}.")
            : Ended(call, InventoryMappings.Create(world, kind, source, target).Fault);
    }

    /// <summary>Nothing, or why it could not be done.</summary>
    public static Outcome Ended(SrmCall call, Fault? fault) => fault is null ? Outcome.Done : Outcome.Failed(fault.ToFailure(call.Path.Values));

    /// <summary>Answers about the mapping that the path names; that there is none when it is of another kind, or another site's.</summary>
    public static Outcome With(SrmCall call, World world, MappingKind kind, Func<InventoryMapping, Outcome> answer) =>
        world.Recovery.FindMapping(call.Path["mapping_id"]) is { } mapping && mapping.Kind == kind && mapping.Site == call.NamedSite!.Name
            ? answer(mapping)
            : Outcome.Failed(Admission.NotFound("mapping", call.Path["mapping_id"]));
}
