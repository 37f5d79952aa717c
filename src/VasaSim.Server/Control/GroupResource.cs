using VasaSim.Core;
using VasaSim.Core.Control;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Lab.Reading;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>The replication groups, each side by itself.</summary>
internal sealed class GroupResource(Workspace workspace)
    : WorldResource<ReplicationGroup, GroupReport, GroupList>(workspace, ControlJson.Readable.GroupReport, ControlJson.Readable.GroupList)
{
    private const int MostNamed = 100;

    /// <summary>The group that a path names, or null.</summary>
    public static ReplicationGroup? FindGroup(World world, ControlRequest request) =>
        world.FindGroup(new GroupId(request.Route("faultDomain"), request.Route("id")));

    /// <summary>Says that there is no such group, and which there are.</summary>
    public static Reply UnknownGroup(World world, ControlRequest request)
    {
        string domain = request.Route("faultDomain");
        return world.FindFaultDomain(domain) is null
            ? Reply.NotFound($"There is no fault domain '{domain}'.", world.FaultDomains.Select(d => d.Id))
            : Reply.NotFound(
                $"There is no group '{request.Route("id")}' in '{domain}'.", world.GroupsIn(domain).Take(MostNamed).Select(g => g.Id.DeviceGroup));
    }

    protected override GroupList List(World world, RequestQuery query)
    {
        string? domain = query.Text("faultDomain");
        if (domain is not null && world.FindFaultDomain(domain) is null)
        {
            query.Problem("faultDomain", $"there is no fault domain '{domain}'", "one of: " + string.Join(", ", world.FaultDomains.Select(d => d.Id)));
        }

        ReplicationState? state = query.Choice("state", GroupWords.States);
        LabelFilter[] labels = [.. query.Texts("label").Select(LabelFilter.Parse)];
        IEnumerable<ReplicationGroup> groups = domain is null ? world.Groups : world.GroupsIn(domain);
        return new GroupList(
        [
            .. groups
                .Where(g => (state is null || g.State == state) && labels.All(l => l.Matches(g)))
                .Select(g => GroupReport.Of(world, g)),
        ]);
    }

    protected override ReplicationGroup? Find(World world, ControlRequest request) => FindGroup(world, request);

    protected override Reply Unknown(World world, ControlRequest request) => UnknownGroup(world, request);

    protected override GroupReport Report(World world, ReplicationGroup entity) => GroupReport.WithDevices(world, entity);

    protected override Reply Change(World world, ReplicationGroup entity, ControlRequest request)
    {
        bool force = request.Query.Flag("force");
        GroupPatch patch = GroupChange.Read(request.Body, entity);
        if (request.Close() is { } refusal)
        {
            return refusal;
        }

        return GroupControl.Set(world, entity, patch, force).TryGet(out ReplicationGroup? changed, out Fault? fault)
            ? Answer(world, changed)
            : Reply.Conflict(Refusal(entity, patch, fault), patch.State is null ? null : GroupControl.NextStates(entity, force).Select(GroupWords.Of));
    }

    private static string Refusal(ReplicationGroup group, GroupPatch patch, Fault fault)
    {
        string wish = patch.State is { } state ? $"become {GroupWords.Of(state)}" : "be prepared";
        string hint = patch.State is not null && group is { Source: null, Targets.Count: > 0 }
            ? $" The state of a source follows from its targets: {string.Join(", ", group.Targets)}."
            : "";
        return $"{group.Id} cannot {wish}: {FaultWords.Of(fault)}.{hint}";
    }
}
