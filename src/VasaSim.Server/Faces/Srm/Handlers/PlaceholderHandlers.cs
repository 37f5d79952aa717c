using VasaSim.Core;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Srm.Access;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>The datastores of a site that placeholders are made on.</summary>
internal static class PlaceholderHandlers
{
    public static Outcome List(SrmCall call, World world) => Listing.Answer(
        call,
        world,
        world.Recovery.PlaceholderDatastores.Where(d => d.Site == call.NamedSite!.Name).Select(d => Describe(call, world, d)),
        SrmJson.Newest.PlaceholderDatastoreInfo);

    public static Outcome Show(SrmCall call, World world) => With(call, world, datastore => call.Entity(Describe(call, world, datastore), world));

    public static Outcome Add(SrmCall call, World world)
    {
        string[] named = [.. ((AddPlaceholderDatastoreSpec)call.Body.Value!).Datastores ?? []];
        string[] known = [.. named.Select(d => call.Ids.Read(DrIds.DatastoreType, d)).OfType<string>()];
        return known.Length < named.Length || known.Length == 0
            ? SrmCall.Wrong($"'datastores' is not legal; legal is a list of ids of the type {DrIds.DatastoreType}.")
            : Starting.One(call, world, ProtectionOperation.AddPlaceholderDatastores, null, command: new DatastoresCommand(known), site: call.NamedSite!.Name);
    }

    public static Outcome Remove(SrmCall call, World world) => With(call, world, datastore =>
        Starting.One(call, world, ProtectionOperation.RemovePlaceholderDatastore, datastore.Datastore, site: datastore.Site));

    public static Outcome FindSuitable(SrmCall call, World world) =>
        Starting.One(call, world, ProtectionOperation.FindPlaceholderDatastores, null, site: call.NamedSite!.Name);

    private static PlaceholderDatastoreInfo Describe(SrmCall call, World world, PlaceholderDatastore kept)
    {
        Datastore? datastore = world.FindDatastore(kept.Datastore);
        return new PlaceholderDatastoreInfo
        {
            Id = call.Ids.InVcenter(DrIds.DatastoreType, kept.Datastore, kept.Site),
            Name = datastore?.Name ?? kept.Datastore,
            VisibleTo = datastore is null ? null :
            [
                .. world.Hosts.Where(h => h.Site == kept.Site && (datastore.Hosts.Count == 0 || datastore.Hosts.Contains(h.Id)))
                    .Select(h => new PlaceholderDatastoreVisibleTo(h.Name, "CONNECTED", call.Ids.InVcenter(DrIds.HostType, h.Id, kept.Site))),
            ],
            OverallStatus = datastore is null ? OverallStatus.Red : OverallStatus.Green,
        };
    }

    private static Outcome With(SrmCall call, World world, Func<PlaceholderDatastore, Outcome> answer)
    {
        string id = call.Path["datastore_id"];
        return call.Ids.Read(DrIds.DatastoreType, id) is { } known
            && world.Recovery.FindPlaceholderDatastore(known) is { } datastore && datastore.Site == call.NamedSite!.Name
            ? answer(datastore)
            : Outcome.Failed(Admission.NotFound("placeholder datastore", id));
    }
}
