using VasaSim.Core;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Srm.Access;
using VasaSim.Server.Faces.Srm.Translation;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>Protection groups.</summary>
internal static class GroupHandlers
{
    public static Outcome List(SrmCall call, World world) => Listing.Answer(
        call, world, RecoveryQueries.Groups(world).Select(new GroupTranslation(world, call.Scope).Group), SrmJson.Newest.ProtectionGroupInfo);

    public static Outcome Show(SrmCall call, World world) => With(call, world, group =>
        call.Entity(new GroupTranslation(world, call.Scope).Group(RecoveryQueries.Describe(world, group)), world));

    public static Outcome Create(SrmCall call, World world)
    {
        ProtectionGroupCreateSpec spec = (ProtectionGroupCreateSpec)call.Body.Value!;
        if (spec.ReplicationType is not { } kind)
        {
            return SrmCall.Wrong("'replication_type' is missing.");
        }

        if (call.Scope.SiteOfVcenter(spec.ProtectedVcGuid ?? "") is not { } site)
        {
            return SrmCall.Wrong($"There is no vCenter '{spec.ProtectedVcGuid}'; 'protected_vc_guid' names one of the pairing.");
        }

        string? folder = spec.Location is { } location ? call.Ids.Read(DrIds.FolderType, location) : DrFolder.GroupRoot;
        if (folder is null)
        {
            return SrmCall.Wrong($"There is no folder '{spec.Location}'.");
        }

        if (MembersSpecs.Read(spec, call.Ids, kind, out GroupMembers? members) is { } wrong)
        {
            return SrmCall.Wrong(wrong);
        }

        return members is null ? SrmCall.Wrong($"'{MembersSpecs.NameOf(kind)}' is missing.") : Starting.One(call, world, ProtectionOperation.CreateGroup, null, command: new CreateGroupCommand
        {
            Name = spec.Name!,
            Description = spec.Description,
            Folder = folder,
            ProtectedSite = site.Name,
            RecoverySite = call.Scope.Sites.First(s => s != site).Name,
            Members = members,
        });
    }

    public static Outcome Delete(SrmCall call, World world) => With(call, world, group => Starting.One(call, world, ProtectionOperation.DeleteGroup, group.Id));

    public static Outcome ConfigureAll(SrmCall call, World world) => With(call, world, group =>
        Starting.Many(call, world, ProtectionOperation.ConfigureAll, group.Id, tasks => Listing.Whole(call, tasks)));

    public static Outcome Reconfigure(SrmCall call, World world) => With(call, world, group =>
    {
        ProtectionGroupEditSpec spec = (ProtectionGroupEditSpec)call.Body.Value!;
        return MembersSpecs.Read(spec, call.Ids, group.Members.Kind, out GroupMembers? members) is { } wrong
            ? SrmCall.Wrong(wrong)
            : Starting.One(call, world, ProtectionOperation.ReconfigureGroup, group.Id, command: new ReconfigureGroupCommand
            {
                Name = spec.Name!,
                Description = spec.Description,
                Members = members,
            });
    });

    public static Outcome RestorePlaceholders(SrmCall call, World world) => With(call, world, group => Starting.Many(
        call,
        world,
        ProtectionOperation.RestorePlaceholders,
        group.Id,
        tasks => call.Entity(new RecreateAllPlaceholderVmsResponse { Errors = [], Tasks = tasks }, world)));

    public static Outcome ListIssues(SrmCall call, World world) => With(call, world, group =>
        Listing.Answer(call, world, new GroupTranslation(world, call.Scope).Issues(group), SrmJson.Newest.IssueInfo));

    public static Outcome ListReplicationGroups(SrmCall call, World world) => WithVvol(call, world, group =>
        Listing.Answer(call, world, Described(call, world, group), SrmJson.Newest.VvolReplicationGroupInfo));

    public static Outcome ShowReplicationGroup(SrmCall call, World world) => WithVvol(call, world, group =>
    {
        string id = call.Path["replication_group_id"];
        return Described(call, world, group).FirstOrDefault(g => g.Id == id || g.ReplicationGroupInfo.DeviceGroupId == id) is { } found
            ? call.Entity(found, world)
            : Outcome.Failed(Admission.NotFound("replication group", id));
    });

    /// <summary>Does something with the group that the path names.</summary>
    public static Outcome With(SrmCall call, World world, Func<ProtectionGroup, Outcome> answer) => Find(call, world) is { } group
        ? answer(group)
        : Outcome.Failed(Admission.NotFound("protection group", call.Path["group_id"]));

    /// <summary>The group that the path names; null: there is none.</summary>
    public static ProtectionGroup? Find(SrmCall call, World world) =>
        call.Path.TryGetValue("group_id", out string? id) && call.Ids.Read(DrIds.GroupType, id) is { } known ? world.Recovery.FindGroup(known) : null;

    private static Outcome WithVvol(SrmCall call, World world, Func<ProtectionGroup, Outcome> answer) => With(call, world, group =>
        group.Members.Kind == ReplicationKind.Vvol
            ? answer(group)
            : Outcome.Failed(new Core.Faults.WrongReplicationKind(group.Members.Kind).ToFailure()));

    private static IEnumerable<VvolReplicationGroupInfo> Described(SrmCall call, World world, ProtectionGroup group)
    {
        VvolInventory inventory = new(world, call.Scope, call.Ids.SiteNamed(group.ProtectedSite));
        return RecoveryQueries.ReplicationGroups(world, group).Select(inventory.Describe);
    }
}
