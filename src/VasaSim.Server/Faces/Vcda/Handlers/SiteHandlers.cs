using VasaSim.Core;
using VasaSim.Core.Cloud.Model;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Vcda.Access;
using VasaSim.Server.Faces.Vcda.Operations;
using VasaSim.Server.Faces.Vcda.Translation;
using VasaSim.Server.Faces.Vcda.Wire;

namespace VasaSim.Server.Faces.Vcda.Handlers;

/// <summary>The sites, and what the service is.</summary>
internal static class SiteHandlers
{
    private const string Product = "VMware Cloud Director Availability Cloud Service";
    private const string Build = "4.5.0.0";

    // The day that this version came out.
    private static readonly long _buildDate = new DateTimeOffset(2022, 12, 13, 0, 0, 0, TimeSpan.Zero).ToWire();

    public static Outcome About(VcdaCall call, World world) => Outcome.Result(new AboutInfo("Cloud", Product, Build, _buildDate));

    public static Outcome Health(VcdaCall call, World world) =>
        Outcome.Result(new HealthInfo(Product, Build, _buildDate, InstanceIds.Of(world, $"vcda|{call.Scope.Site}"), SitesOf(call, world)));

    public static Outcome List(VcdaCall call, World world) => Outcome.Result((IReadOnlyList<SiteInfo>)SitesOf(call, world));

    public static Outcome ListOnPremises(VcdaCall call, World world) => Outcome.Result((IReadOnlyList<VcSiteInfo>)
    [
        .. world.Cloud.Sites.Where(s => s.Kind == CloudSiteKind.Vcenter).Select(s => new VcSiteInfo(s.Id, s.Description, call.Caller.Owner, StateOf(call, world, s))),
    ]);

    public static Outcome ListVcenters(VcdaCall call, World world) => FindOnPremises(call, world) is { } site
        ? Outcome.Result((IReadOnlyList<VcenterInfo>)[VcenterOf(world, site)])
        : NoSuchSite(call);

    public static Outcome ListMachines(VcdaCall call, World world) => FindOnPremises(call, world) is not { } site ? NoSuchSite(call)
        : call.Path["vcId"] != VcenterIds.InstanceOf(world, site.Id)
            ? VcdaCall.Failed(ErrorCode.NotFound, $"The site '{site.Id}' has no vCenter '{call.Path["vcId"]}'.", call.Path["vcId"])
            : Outcome.Result(InventoryHandlers.OnPremises.Page(
                call, world, [.. world.Cloud.Machines.Where(m => m.Site == site.Id)], null, InventoryHandlers.VcMachineOf));

    private static CloudSite? FindOnPremises(VcdaCall call, World world) =>
        world.Cloud.FindSite(call.Path["site"]) is { Kind: CloudSiteKind.Vcenter } site ? site : null;

    private static Outcome NoSuchSite(VcdaCall call) => Outcome.Failed(Admission.SiteNotFound(call.Path["site"]));

    private static VcenterInfo VcenterOf(World world, CloudSite site)
    {
        string host = world.Sites.FirstOrDefault(s => s.Id == site.Site)?.VCenter ?? site.Site;
        return new VcenterInfo(VcenterIds.InstanceOf(world, site.Id), host, $"https://{host}/sdk");
    }

    private static SiteInfo[] SitesOf(VcdaCall call, World world) =>
        [.. world.Cloud.Sites.Where(s => s.Kind == CloudSiteKind.Vcloud).Select(s => InfoOf(call, world, s))];

    // Sites other than the one that answers are part of the same world and have no port of their own.
    private static SiteInfo InfoOf(VcdaCall call, World world, CloudSite site)
    {
        bool isLocal = site.Id == call.Scope.Site;
        string url = isLocal ? call.Scope.Address().GetLeftPart(UriPartial.Authority) : $"https://{site.Id}.sim.local:8048";
        return new SiteInfo
        {
            Site = site.Id,
            Description = site.Description,
            ApiUrl = url,
            ApiPublicUrl = url,
            ApiThumbprint = ThumbprintOf(isLocal && call.Scope.Thumbprint is { } known ? known : DerivedId.Hex($"{world.Info.Seed}|vcda certificate|{site.Id}")),
            IsLocal = isLocal,
            State = isLocal ? null : StateOf(call, world, site),
            ApiVersion = H4Version.Newest.ToString(),
            BuildVersion = Build,
        };
    }

    private static string ThumbprintOf(string hex) => "SHA-256:" + string.Join(':', hex.ToUpperInvariant().Chunk(2).Select(pair => new string(pair)));

    private static SiteState StateOf(VcdaCall call, World world, CloudSite site)
    {
        ApiError? error = Admission.IsReached(world, call.Scope.Site, site.Id) ? null : Admission.DoesNotAnswer(site.Id).Error;
        return new SiteState(error, error);
    }
}
