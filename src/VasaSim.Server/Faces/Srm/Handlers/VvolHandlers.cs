using VasaSim.Core;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Srm.Access;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>The fault domains of a site, and their replication groups.</summary>
internal static class VvolHandlers
{
    public static Outcome ListDomains(SrmCall call, World world)
    {
        VvolInventory inventory = new(world, call.Scope, call.NamedSite!);
        return Listing.Answer(call, world, inventory.Domains.Select(inventory.Describe), SrmJson.Newest.VvolFaultDomainInfo);
    }

    public static Outcome ShowDomain(SrmCall call, World world) =>
        WithDomain(call, world, (inventory, domain) => call.Entity(inventory.Describe(domain), world));

    public static Outcome ListGroups(SrmCall call, World world) => WithDomain(call, world, (inventory, domain) =>
        Listing.Answer(call, world, world.GroupsIn(domain.Id).Select(inventory.Describe), SrmJson.Newest.VvolReplicationGroupInfo));

    public static Outcome ShowGroup(SrmCall call, World world) => WithDomain(call, world, (inventory, domain) =>
        world.FindGroup(VvolIds.GroupOf(domain.Id, call.Path["replication_group_id"])) is { } group
            ? call.Entity(inventory.Describe(group), world)
            : Outcome.Failed(Admission.NotFound("replication group", call.Path["replication_group_id"])));

    private static Outcome WithDomain(SrmCall call, World world, Func<VvolInventory, FaultDomain, Outcome> answer)
    {
        VvolInventory inventory = new(world, call.Scope, call.NamedSite!);
        return inventory.Domains.FirstOrDefault(d => d.Id == call.Path["domain_id"]) is { } domain
            ? answer(inventory, domain)
            : Outcome.Failed(Admission.NotFound("fault domain", call.Path["domain_id"]));
    }
}
