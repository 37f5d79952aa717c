using VasaSim.Core;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Queries;
using VasaSim.Server.Faces.Vcda.Translation;
using VasaSim.Server.Faces.Vcda.Wire;

namespace VasaSim.Server.Faces.Vcda.Handlers;

/// <summary>The lists of replications.</summary>
internal static class ReplicationLists
{
    /// <summary>The parameter with the ids of those wanted. Clients ask so for a single one, before each operation.</summary>
    public const string Ids = "ids";

    private static readonly string[] _siteKinds = ["vcloud", "vcenter"];

    /// <summary>The replications of machines.</summary>
    public static Listing<VmReplication> Machines { get; } = new(
        [
            .. Ends<VmReplication>(r => r.Owner, r => r.Source, r => r.Destination, (r, _) => r.Recovery?.Vapp, r => r.IsMigration, r => r.LastUpdated, r => r.Id),
            Filter<VmReplication>.Same("vmId", (r, _) => r.Machine),
            Filter<VmReplication>.Contains("vmName", r => r.MachineName),
            Filter<VmReplication>.Same("storageProfile", (r, _) => r.Destination.StorageProfile),
            Filter<VmReplication>.Same("recoveredVmId", (r, _) => r.Recovery?.Machine),
            Filter<VmReplication>.Same("slaProfileId", (r, _) => r.SlaProfile),
            Filter<VmReplication>.Same("slaProfileName", (r, w) => r.SlaProfile is { } id ? w.Cloud.FindSlaProfile(id)?.DisplayName : null),
            Filter<VmReplication>.Same("sourceVimServerUuid", (r, w) => VcenterIds.ServerOf(w, r.Source.Site)).ForAdmins(),
            Filter<VmReplication>.Same("vimServerInstanceUuid", (r, w) => VcenterIds.InstanceOf(w, r.Destination.Site)).ForAdmins(),
            Filter<VmReplication>.Same("datastoreMoref", (r, w) => VdcOf(w, r.Destination)?.Datastore).ForAdmins(),
            Filter<VmReplication>.Word(
                "dataConnectionState",
                (r, w) => WordOf(CloudQueries.Describe(w, r).Status.DataConnection.ToWire()),
                "OK", "SYNCING", "INITIAL_SYNCING", "PAUSED", "POWERED_OFF", "PRUNING", "FINISHED", "ERROR", "UNKNOWN"),
            Filter<VmReplication>.Word(
                "overallHealth", (r, w) => WordOf(CloudQueries.Describe(w, r).Status.Health.ToWire()), "GREEN", "YELLOW", "RED"),
        ],
        [
            ("id", (r, _) => r.Id),
            ("name", (r, _) => r.MachineName),
            ("vmName", (r, _) => r.MachineName),
            ("rpo", (r, _) => r.Settings.Rpo),
            .. Fields<VmReplication>(r => r.Owner, r => r.Source, r => r.Destination, r => r.LastUpdated),
        ]);

    /// <summary>The replications of vApps.</summary>
    public static Listing<VappReplication> Vapps { get; } = new(
        [
            .. Ends<VappReplication>(r => r.Owner, r => r.Source, r => r.Destination, (r, w) => w.Cloud.ReplicationsIn(r.Id).Select(m => m.Recovery?.Vapp).FirstOrDefault(v => v is not null), r => r.IsMigration, r => r.LastUpdated, r => r.Id),
            Filter<VappReplication>.Same("vappId", (r, _) => r.Source.Vapp),
            Filter<VappReplication>.Contains("vappName", r => r.Name),
        ],
        [
            ("id", (r, _) => r.Id),
            ("name", (r, _) => r.Name),
            .. Fields<VappReplication>(r => r.Owner, r => r.Source, r => r.Destination, r => r.LastUpdated),
        ]);

    private static IEnumerable<Filter<T>> Ends<T>(
        Func<T, string> owner,
        Func<T, ReplicationEnd> source,
        Func<T, ReplicationEnd> destination,
        Func<T, World, string?> recoveredVapp,
        Func<T, bool> isMigration,
        Func<T, DateTimeOffset> lastUpdated,
        Func<T, string> id) =>
    [
        Filter<T>.Same("owner", (r, _) => owner(r)).ForAdmins(),
        Filter<T>.Same("sourceSite", (r, _) => source(r).Site),
        Filter<T>.Word("sourceSiteType", (r, w) => KindOf(w, source(r)), _siteKinds),
        Filter<T>.Same("sourceOrg", (r, _) => source(r).Org),
        Filter<T>.Same("sourceVdcId", (r, _) => source(r).Vdc),
        Filter<T>.Same("sourceVdcName", (r, w) => VdcOf(w, source(r))?.Name),
        Filter<T>.Word("destinationSiteType", (r, w) => KindOf(w, destination(r)), _siteKinds),
        Filter<T>.Same("destinationOrg", (r, _) => destination(r).Org),
        Filter<T>.Same("destinationVdcId", (r, _) => destination(r).Vdc),
        Filter<T>.Same("destinationVdcName", (r, w) => VdcOf(w, destination(r))?.Name),
        Filter<T>.Same("recoveredVappId", recoveredVapp),
        Filter<T>.Flag("isMigration", isMigration),
        Filter<T>.After("lastUpdatedAfter", r => lastUpdated(r)),
        Filter<T>.NotAfter("lastUpdatedBefore", r => lastUpdated(r)),
        Filter<T>.OneOf(Ids, id),
    ];

    private static (string, Func<T, World, IComparable?>)[] Fields<T>(
        Func<T, string> owner, Func<T, ReplicationEnd> source, Func<T, ReplicationEnd> destination, Func<T, DateTimeOffset> lastUpdated) =>
    [
        ("owner", (r, _) => owner(r)),
        ("site", (r, _) => destination(r).Site),
        ("sourceSite", (r, _) => source(r).Site),
        ("sourceOrg", (r, _) => source(r).Org),
        ("sourceVdcName", (r, w) => VdcOf(w, source(r))?.Name),
        ("destinationSite", (r, _) => destination(r).Site),
        ("destinationOrg", (r, _) => destination(r).Org),
        ("destinationVdcName", (r, w) => VdcOf(w, destination(r))?.Name),
        ("lastUpdated", (r, _) => lastUpdated(r)),
    ];

    private static CloudVdc? VdcOf(World world, ReplicationEnd end) => end.Vdc is { } id ? world.Cloud.FindVdc(id) : null;

    private static string? KindOf(World world, ReplicationEnd end) => world.Cloud.FindSite(end.Site) is { } site
        ? site.Kind == CloudSiteKind.Vcloud ? _siteKinds[0] : _siteKinds[1]
        : null;

    private static string WordOf(ConnectionState state) => System.Text.Json.JsonSerializer.SerializeToElement(state, VcdaJson.Newest.ConnectionState).GetString()!;

    private static string WordOf(HealthColor health) => System.Text.Json.JsonSerializer.SerializeToElement(health, VcdaJson.Newest.HealthColor).GetString()!;
}
