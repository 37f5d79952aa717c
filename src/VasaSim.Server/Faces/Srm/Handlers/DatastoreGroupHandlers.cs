using VasaSim.Core;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Srm.Access;
using VasaSim.Server.Faces.Srm.Translation;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>The datastores of protection groups over arrays. Each is replicated for itself, and so is a datastore group.</summary>
internal static class DatastoreGroupHandlers
{
    /// <summary>None where others than arrays replicate.</summary>
    public static Outcome List(SrmCall call, World world) => GroupHandlers.With(call, world, group =>
        Listing.Answer(call, world, Described(call, world, group), SrmJson.Newest.DatastoreGroupInfo));

    public static Outcome Show(SrmCall call, World world) => GroupHandlers.With(call, world, group =>
        Described(call, world, group).FirstOrDefault(d => d.Id == call.Path["datastore_group_id"]) is { } found
            ? call.Entity(found, world)
            : NotFound(call));

    public static Outcome Add(SrmCall call, World world) => GroupHandlers.With(call, world, group =>
    {
        string[] named = [.. ((AddDatastoreGroupSpec)call.Body.Value!).Datastores ?? []];
        string[] known = [.. named.Select(d => call.Ids.Read(DrIds.DatastoreType, d)).OfType<string>()];
        return known.Length < named.Length || known.Length == 0
            ? SrmCall.Wrong($"'datastores' is not legal; legal is a list of ids of the type {DrIds.DatastoreType}.")
            : Change(call, world, group, group.Members.Datastores.Union(known));
    });

    public static Outcome Remove(SrmCall call, World world) => GroupHandlers.With(call, world, group =>
        call.Ids.Read(DrIds.DatastoreGroupType, call.Path["datastore_group_id"]) is { } datastore && group.Members.Datastores.Contains(datastore)
            ? Change(call, world, group, group.Members.Datastores.Where(d => d != datastore))
            : NotFound(call));

    private static Outcome Change(SrmCall call, World world, ProtectionGroup group, IEnumerable<string> datastores) =>
        group.Members.Kind != ReplicationKind.Abr
            ? Outcome.Failed(new WrongReplicationKind(group.Members.Kind).ToFailure())
            : Starting.One(call, world, ProtectionOperation.ReconfigureGroup, group.Id, command: new ReconfigureGroupCommand
            {
                Name = group.Name,
                Description = group.Description,
                Members = group.Members with { Datastores = [.. datastores] },
            });

    private static IEnumerable<DatastoreGroupInfo> Described(SrmCall call, World world, ProtectionGroup group)
    {
        DescribedGroup described = RecoveryQueries.Describe(world, group);
        string? pair = described.ArrayPair is { } arrays ? call.Ids.ArrayPair(arrays) : null;
        bool withMachines = call.Query.Text("include_vms_info") == "true";
        return group.Members.Datastores.Select(id => new DatastoreGroupInfo
        {
            Id = call.Ids.DatastoreGroup(id),
            ArrayPair = pair,
            Datastores = world.FindDatastore(id) is { } datastore ? [Datastore(call, group, datastore)] : null,
            VmInfos = withMachines ? [.. described.Members.Where(m => m.Machine.Machine?.Datastore == id).Select(m => Machine(call, world, group, m, id))] : null,
            Status = DatastoreGroupStatus.Complete,
            ProtectionGroups = [call.Ids.Group(group.Id)],
        });
    }

    private static DatastoreGroupDatastoreDetails Datastore(SrmCall call, ProtectionGroup group, Datastore datastore) => new(
        call.Ids.InVcenter(DrIds.DatastoreType, datastore.Id, group.ProtectedSite),
        datastore.Name,
        DatastoreIssue.None,
        new(datastore.Capacity, datastore.Capacity - datastore.FreeSpace));

    private static DatastoreGroupVmInfo Machine(SrmCall call, World world, ProtectionGroup group, DescribedMember member, string datastore) => new(
        new GroupTranslation(world, call.Scope).MachineId(group, member.Machine),
        member.Machine.Name,
        false,
        false,
        [call.Ids.InVcenter(DrIds.DatastoreType, datastore, group.ProtectedSite)],
        member.Machine.Protection is null ? VmProtectionWord.NotProtected : VmProtectionWord.Protected);

    private static Outcome NotFound(SrmCall call) => Outcome.Failed(Admission.NotFound("datastore group", call.Path["datastore_group_id"]));
}
