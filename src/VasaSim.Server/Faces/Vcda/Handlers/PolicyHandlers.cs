using VasaSim.Core;
using VasaSim.Core.Cloud.Model;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Vcda.Access;
using VasaSim.Server.Faces.Vcda.Operations;
using VasaSim.Server.Faces.Vcda.Translation;
using VasaSim.Server.Faces.Vcda.Wire;

namespace VasaSim.Server.Faces.Vcda.Handlers;

/// <summary>Policies and SLA profiles.</summary>
internal static class PolicyHandlers
{
    public static Outcome List(VcdaCall call, World world) =>
        Outcome.Result((IReadOnlyList<PolicyItem>)[.. world.Cloud.Policies.Where(p => call.Caller.SeesAll || IsOwn(call, world, p)).Select(ItemOf)]);

    public static Outcome Show(VcdaCall call, World world) => WithPolicy(call, world, policy => Outcome.Result(ItemOf(policy)));

    public static Outcome ListOrgs(VcdaCall call, World world) => WithPolicy(call, world, policy => Outcome.Result((IReadOnlyList<NamedItem>)
    [
        .. OrgsOf(world, policy).Where(o => o.Site == call.Site && (call.Caller.SeesAll || call.Caller.IsOf(o.Site, o.Org))).Select(o => new NamedItem($"{o.Org}@{o.Site}", o.Org)),
    ]));

    public static Outcome ShowOfOrg(VcdaCall call, World world) => WithPolicy(call, world, policy =>
        OrgsOf(world, policy).Any(o => o.Site == call.Site && o.Org == call.Path["org"])
            ? Outcome.Result(ItemOf(policy))
            : VcdaCall.Failed(ErrorCode.NotFound, $"The policy '{policy.DisplayName}' is not that of the organization '{call.Path["org"]}'.", call.Path["org"]));

    public static Outcome ListSlaProfiles(VcdaCall call, World world) => Outcome.Result((IReadOnlyList<SlaProfileItem>)
    [
        .. world.Cloud.SlaProfiles.Select(p => new SlaProfileItem(
            p.Id, p.DisplayName, p.Settings.Rpo, p.Settings.DataConnectionType.ToWire(), p.Settings.Quiesced, p.Settings.Retention.ToWire())),
    ]);

    private static Outcome WithPolicy(VcdaCall call, World world, Func<ReplicationPolicy, Outcome> answer) =>
        world.Cloud.FindPolicy(call.Path["policyId"]) is not { } policy
            ? VcdaCall.Failed(ErrorCode.NotFound, $"There is no policy '{call.Path["policyId"]}'.", call.Path["policyId"])
            : call.Caller.SeesAll || IsOwn(call, world, policy) ? answer(policy)
            : Outcome.Failed(Admission.Forbidden());

    private static bool IsOwn(VcdaCall call, World world, ReplicationPolicy policy) => OrgsOf(world, policy).Any(o => call.Caller.IsOf(o.Site, o.Org));

    // An organization that no policy names has the first one.
    private static IEnumerable<(string Site, string Org)> OrgsOf(World world, ReplicationPolicy policy) =>
        from site in world.Cloud.Sites
        from org in site.Orgs
        let name = $"{org}@{site.Id}"
        where (world.Cloud.Policies.FirstOrDefault(p => p.Orgs.Contains(name)) ?? world.Cloud.Policies[0]) == policy
        select (site.Id, org);

    private static PolicyItem ItemOf(ReplicationPolicy policy) => new(
        policy.Id, policy.DisplayName, policy.MinRpo, policy.MaxInstances, policy.MaxIncoming, policy.AllowIncoming, policy.AllowOutgoing, policy.Orgs);
}
