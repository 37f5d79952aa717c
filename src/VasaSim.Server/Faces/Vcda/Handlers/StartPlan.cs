using System.Diagnostics.CodeAnalysis;
using VasaSim.Core;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Server.Faces.Vcda.Access;
using VasaSim.Server.Faces.Vcda.Requests;
using VasaSim.Server.Faces.Vcda.Translation;

namespace VasaSim.Server.Faces.Vcda.Handlers;

/// <summary>What a request to start means in the world.</summary>
/// <param name="Command">What the task has to do.</param>
/// <param name="SourceOrg">The organization of what is replicated; null on-premises, and when it does not exist.</param>
internal sealed record StartPlan(StartCommand Command, string? SourceOrg)
{
    /// <summary>What of a request makes no sense in any world; null: nothing.</summary>
    public static string? ProblemOf(StartRequest request, bool ofVapp) => (request.Source, request.Destination) switch
    {
        (null, _) => "'source' is missing; legal is an object with type and site.",
        (_, null) => "'destination' is missing; legal is an object with type and site.",
        ({ Site: null }, _) => "'source.site' is missing; legal is the name of a site.",
        (_, { Site: null }) => "'destination.site' is missing; legal is the name of a site.",
        (VappTemplateSource, _) => "'source.type' is 'vappTemplate', which is not simulated; legal is one of vapp, vcVapp.",
        ({ } source, _) when ofVapp && source is not (VappSource or VcVappSource) => "'source.type' is not legal; legal is one of vapp, vcVapp.",
        ({ } source, _) when !ofVapp && source is not (VmSource or VcVmSource) => "'source.type' is not legal; legal is one of vm, vcVm.",
        (VmSource { VmId: null } or VcVmSource { VmId: null }, _) => "'source.vmId' is missing; legal is the id of a machine.",
        (VappSource { VappId: null }, _) => "'source.vappId' is missing; legal is the UUID of a vApp.",
        (VcVappSource { VmIds: null or { Count: 0 } }, _) => "'source.vmIds' is missing; legal is a list of ids of machines.",
        (_, VcloudDestination { Vdc: null }) => "'destination.vdc' is missing; legal is the UUID of a virtual data center.",
        (_, { } destination) when destination.GetType() == typeof(ReplicationDestination) =>
            "'destination.type' is missing; legal is one of vcloud, vm, vapp, vc, vcVm, vcVapp.",
        _ => null,
    };

    /// <summary>Makes the plan of a request that makes sense and whose sites there are.</summary>
    /// <param name="request">The request.</param>
    /// <param name="world">The world.</param>
    /// <param name="site">The site that is called.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="wrong">What does not fit the world; null with a plan.</param>
    public static StartPlan? Of(StartRequest request, World world, string site, VcdaSession caller, [NotNullWhen(false)] out string? wrong)
    {
        (ReplicationSource source, ReplicationDestination destination) = (request.Source!, request.Destination!);
        wrong = WrongSite(source.Site!, destination.Site!, site)
            ?? WrongKind(world, "source", source.Site!, source is VmSource or VappSource)
            ?? WrongKind(world, "destination", destination.Site!, destination is VcloudDestination);
        CloudVdc? vdc = destination is VcloudDestination { Vdc: { } id } ? world.Cloud.FindVdc(id) : null;
        if (wrong is null && destination is VcloudDestination wanted && vdc?.Site != wanted.Site)
        {
            wrong = $"'destination.vdc' is '{wanted.Vdc}', which the site '{wanted.Site}' does not have.";
        }

        if (wrong is null && VcOf(source) is { } vc && vc != VcenterIds.InstanceOf(world, source.Site!))
        {
            wrong = $"'source.vcUuid' is '{vc}', which is no vCenter of the site '{source.Site}'.";
        }

        if (wrong is not null)
        {
            return null;
        }

        string? sourceOrg = SourceVdcOf(source, world)?.Org;
        IReadOnlyList<string> machines = [.. MachinesOf(source, world).Distinct()];
        return new StartPlan(
            new StartCommand
            {
                SourceSite = source.Site!,
                Machine = (source as VmSource)?.VmId ?? (source as VcVmSource)?.VmId,
                Vapp = (source as VappSource)?.VappId,
                Machines = (source as VcVappSource)?.VmIds ?? [],
                VappName = (source as VcVappSource)?.VappName ?? (source as VcVmSource)?.VappName,
                Destination = EndOf(destination, vdc),
                Seeds = SeedsOf(destination, source.Site!, machines, world),
                ExcludedDisks = ExcludedOf(source),
                Settings = RequestedSettings.Of(request),
                SlaProfile = request.SlaProfileId,
                IsMigration = request.IsMigration ?? false,
                Owner = OwnerOf(caller, source.Site!, sourceOrg, vdc),
            },
            sourceOrg);
    }

    private static string? WrongSite(string source, string destination, string called) => source == called || destination == called
        ? null
        : $"Neither 'source.site' nor 'destination.site' is '{called}', the site that is called.";

    private static string? WrongKind(World world, string end, string site, bool isCloud) =>
        world.Cloud.FindSite(site)!.Kind == CloudSiteKind.Vcloud == isCloud
            ? null
            : $"'{end}.type' is not legal for the site '{site}', which is {(isCloud ? "on-premises" : "a cloud")}.";

    private static string? VcOf(ReplicationSource source) => source switch
    {
        VcVmSource s => s.VcUuid,
        VcVappSource s => s.VcUuid,
        _ => null,
    };

    private static CloudVdc? SourceVdcOf(ReplicationSource source, World world)
    {
        string? vapp = source switch
        {
            VmSource s => world.Cloud.FindMachine(s.Site!, s.VmId!)?.Vapp,
            VappSource s => s.VappId,
            _ => null,
        };
        return vapp is not null && world.Cloud.FindVapp(vapp) is { } found ? world.Cloud.FindVdc(found.Vdc) : null;
    }

    private static IReadOnlyList<string> MachinesOf(ReplicationSource source, World world) => source switch
    {
        VmSource { VmId: { } id } => [id],
        VcVmSource { VmId: { } id } => [id],
        VappSource { VappId: { } id } => [.. world.Cloud.MachinesIn(id).Select(m => m.Id)],
        VcVappSource { VmIds: { } ids } => ids,
        _ => [],
    };

    private static ReplicationEnd EndOf(ReplicationDestination destination, CloudVdc? vdc) => new()
    {
        Site = destination.Site!,
        Org = vdc?.Org,
        Vdc = vdc?.Id,
        StorageProfile = (destination as VcloudDestination)?.StorageProfile,
        PlacementPolicy = (destination as VcloudDestination)?.PlacementPolicy,
        SizingPolicy = (destination as VcloudDestination)?.SizingPolicy,
    };

    // One machine has the one seed, whatever its name; machines of a vApp have those with their names.
    private static Dictionary<string, string> SeedsOf(ReplicationDestination destination, string sourceSite, IReadOnlyList<string> machines, World world)
    {
        switch (destination)
        {
            case VmDestination { SeedVmId: { } seed }:
                return machines.ToDictionary(m => m, _ => seed);
            case VcVmDestination { SeedVm.MoId: { } seed }:
                return machines.ToDictionary(m => m, _ => seed);
            case VappDestination { SeedVappId: { } vapp }:
                return ByName(machines, sourceSite, world.Cloud.MachinesIn(vapp), world);
            case VcVappDestination { SeedVms: { } seeds }:
                return ByName(machines, sourceSite, seeds.Select(s => world.Cloud.FindMachine(destination.Site!, s.MoId ?? "")).OfType<CloudMachine>(), world);
            default:
                return [];
        }
    }

    private static Dictionary<string, string> ByName(IReadOnlyList<string> machines, string site, IEnumerable<CloudMachine> seeds, World world) =>
        seeds.Select(s => (Machine: machines.FirstOrDefault(m => world.Cloud.FindMachine(site, m)?.Name == s.Name), Seed: s.Id))
            .Where(p => p.Machine is not null)
            .DistinctBy(p => p.Machine)
            .ToDictionary(p => p.Machine!, p => p.Seed);

    private static IReadOnlyDictionary<string, IReadOnlyList<int>> ExcludedOf(ReplicationSource source) => source switch
    {
        VmSource { VmId: { } id } s when (s.ExcludedDisks ?? s.ExcludedDiskKeys) is { Count: > 0 } disks => Of(id, disks),
        VcVmSource { VmId: { } id, ExcludedDisks: { Count: > 0 } disks } => Of(id, disks),
        VappSource { VmExcludedDisks: { } map } => map,
        VcVappSource { VmExcludedDisks: { } map } => map,
        _ => new Dictionary<string, IReadOnlyList<int>>(),
    };

    private static Dictionary<string, IReadOnlyList<int>> Of(string machine, IReadOnlyList<int> disks) => new() { [machine] = disks };

    // What a provider starts belongs to the organization whose machine it is, or that it comes to from on-premises.
    private static string OwnerOf(VcdaSession caller, string sourceSite, string? sourceOrg, CloudVdc? destination) =>
        caller.Sites[0].Org != VcdaUsers.System ? caller.Owner
        : sourceOrg is not null ? $"{sourceOrg}@{sourceSite}"
        : destination is not null ? $"{destination.Org}@{destination.Site}"
        : caller.Owner;
}
