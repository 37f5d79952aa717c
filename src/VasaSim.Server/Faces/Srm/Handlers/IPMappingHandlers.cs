using System.Text.Json;
using VasaSim.Core;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Srm.Access;
using VasaSim.Server.Faces.Srm.Translation;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>The rules for the addresses of machines that a mapping of networks has.</summary>
internal static class IPMappingHandlers
{
    /// <summary>Tells them.</summary>
    public static Outcome Show(SrmCall call, World world) => WithRules(call, world, (_, rules) => call.Entity(rules, world));

    /// <summary>Puts them in the place of those that there are, if any.</summary>
    public static Outcome Update(SrmCall call, World world)
    {
        IPMapping rules = (IPMapping)call.Body.Value!;
        return MappingHandlers.With(call, world, MappingKind.Network, mapping => IPMappingSpecs.Problem(rules) is { } problem
            ? SrmCall.Wrong(problem)
            : Set(call, world, mapping, JsonSerializer.Serialize(rules with { Meta = null }, SrmJson.Newest.IPMapping)));
    }

    /// <summary>Removes them.</summary>
    public static Outcome Remove(SrmCall call, World world) => WithRules(call, world, (mapping, _) => Set(call, world, mapping, null));

    private static Outcome WithRules(SrmCall call, World world, Func<InventoryMapping, IPMapping, Outcome> answer) =>
        MappingHandlers.With(call, world, MappingKind.Network, mapping => mapping.ToIPMapping() is { } rules
            ? answer(mapping, rules)
            : Outcome.Failed(Admission.NotFound("IP mapping of the mapping", mapping.Id)));

    private static Outcome Set(SrmCall call, World world, InventoryMapping mapping, string? rules) =>
        MappingHandlers.Ended(call, InventoryMappings.SetAddressRules(world, mapping.Id, rules));
}
