using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>Reads what recovery plans are to be. For one call.</summary>
internal sealed class PlanSpecs(SrmCall call)
{
    /// <summary>The first thing that is wrong with what was read; null: nothing.</summary>
    public string? Problem { get; private set; }

    /// <summary>Reads what a plan to be made is; null: it makes no sense.</summary>
    public CreatePlanCommand? Read(RecoveryPlanCreateSpec spec)
    {
        Note(ItemText.Problem(spec.Name, spec.Description));
        SrmSite? site = Site(spec.ProtectedVcGuid);
        string? folder = spec.Location is { } location ? Id(DrIds.FolderType, location) : DrFolder.PlanRoot;
        IReadOnlyList<string> groups = Ids(DrIds.GroupType, spec.ProtectionGroups) ?? [];
        IReadOnlyList<TestNetwork> networks = Networks(spec.TestNetworkMappings) ?? [];
        return Problem is not null ? null : new CreatePlanCommand
        {
            Name = spec.Name!,
            Description = spec.Description,
            Folder = folder!,
            ProtectedSite = site!.Name,
            RecoverySite = call.Scope.Sites.First(s => s != site).Name,
            Groups = groups,
            TestNetworks = networks,
        };
    }

    /// <summary>Reads what a plan is to become; null: it makes no sense.</summary>
    public ReconfigurePlanCommand? Read(RecoveryPlanEditSpec spec, RecoveryPlan plan)
    {
        Note(ItemText.Problem(spec.Name ?? plan.Name, spec.Description));
        SrmSite? site = spec.ProtectedVcGuid is { } guid ? Site(guid) : null;
        ReconfigurePlanCommand command = new()
        {
            Name = spec.Name,
            Description = spec.Description,
            ProtectedSite = site?.Name,
            Groups = Ids(DrIds.GroupType, spec.ProtectionGroups),
            TestNetworks = Networks(spec.TestNetworkMappings),
            Suspended = Ids(DrIds.MachineType, spec.VmsToSuspend),
        };
        return Problem is null ? command : null;
    }

    private SrmSite? Site(string? guid)
    {
        SrmSite? site = call.Scope.SiteOfVcenter(guid ?? "");
        Note(site is null ? $"There is no vCenter '{guid}'; 'protected_vc_guid' names one of the pairing." : null);
        return site;
    }

    private string[]? Ids(string type, IReadOnlyList<string>? ids) => ids is null ? null : [.. ids.Select(id => Id(type, id)).OfType<string>().Distinct()];

    private TestNetwork[]? Networks(IReadOnlyList<TestNetworkMappingsSpec>? mappings)
    {
        string type = DrIds.TypeOf(MappingKind.TestNetwork);
        return mappings is null ? null :
        [
            .. mappings.Select(m => (Target: Id(type, m?.TargetNetwork), Test: Id(type, m?.TestNetwork)))
                .Where(m => m is { Target: not null, Test: not null })
                .Select(m => new TestNetwork(m.Target!, m.Test!)).DistinctBy(n => n.Target),
        ];
    }

    private string? Id(string type, string? id)
    {
        string? known = call.Ids.Read(type, id);
        Note(known is null ? $"'{id}' is no id of the type {type}." : null);
        return known;
    }

    private void Note(string? problem) => Problem ??= problem;
}
