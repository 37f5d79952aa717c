using System.Text.Json;
using VasaSim.Core;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Cloud.Queries;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Vcda.Access;
using VasaSim.Server.Faces.Vcda.Operations;
using VasaSim.Server.Faces.Vcda.Requests;
using VasaSim.Server.Faces.Vcda.Translation;
using VasaSim.Server.Faces.Vcda.Wire;

namespace VasaSim.Server.Faces.Vcda.Handlers;

/// <summary>What replications are asked, and their owner, which is changed without a task.</summary>
internal static class ReplicationQueryHandlers
{
    public static Outcome ListMachines(VcdaCall call, World world)
    {
        VcdaSession caller = call.Caller;
        ReplicationTranslation translation = TranslationFor(call, world);
        return Outcome.Result(ReplicationLists.Machines.Page(
            call,
            world,
            call.Query.Texts(ReplicationLists.Ids) is { } ids ? world.Cloud.ReplicationsAt(call.Site, ids) : world.Cloud.ReplicationsAt(call.Site),
            caller.SeesAll ? null : r => caller.Sees(r.Owner, r.Source, r.Destination),
            translation.Single));
    }

    public static Outcome ListVapps(VcdaCall call, World world) => Outcome.Result(ReplicationLists.Vapps.Page(
        call,
        world,
        call.Query.Texts(ReplicationLists.Ids) is { } ids ? world.Cloud.VappReplicationsAt(call.Site, ids) : world.Cloud.VappReplicationsAt(call.Site),
        VisibleVapps(call),
        TranslationFor(call, world).Vapp));

    public static Outcome ShowMachine(VcdaCall call, World world) => Outcome.Result(TranslationFor(call, world).Single(call.Replication(world)));

    public static Outcome ShowVapp(VcdaCall call, World world) => Outcome.Result(TranslationFor(call, world).Vapp(call.VappReplication(world)));

    public static Outcome SummarizeVapps(VcdaCall call, World world)
    {
        Func<VappReplication, bool>? isVisible = VisibleVapps(call);
        VappReplication[] vapps = [.. world.Cloud.VappReplicationsAt(call.Site).Where(v => isVisible?.Invoke(v) != false)];
        OverallHealth[] health =
        [
            .. vapps.Select(v => world.Cloud.ReplicationsIn(v.Id).Select(r => CloudQueries.Describe(world, r).Status.Health).DefaultIfEmpty().Max()),
        ];
        int migrations = vapps.Count(v => v.IsMigration);
        return Outcome.Result(new VappReplicationsSummary(
            vapps.Length,
            vapps.Length - migrations,
            migrations,
            health.Count(h => h == OverallHealth.Green),
            health.Count(h => h == OverallHealth.Yellow),
            health.Count(h => h == OverallHealth.Red)));
    }

    public static Outcome ListInstances(VcdaCall call, World world) => Outcome.Result(
        (IReadOnlyList<ReplicationInstance>)[.. CloudQueries.Instances(world, call.Replication(world)).Select(i => i.ToWire())]);

    public static Outcome ShowInstance(VcdaCall call, World world)
    {
        VmReplication replication = call.Replication(world);
        string key = call.Path["instanceId"];
        return CloudQueries.Instances(world, replication).FirstOrDefault(i => i.Key == key) is { } instance
            ? Outcome.Result(instance.ToDetails(DisksOf(world, replication)))
            : VcdaCall.Failed(ErrorCode.NotFound, $"There is no instance '{key}' of '{replication.Id}'.", key);
    }

    public static Outcome ShowMachineNetworks(VcdaCall call, World world) => Outcome.Result(NetworksOf(call.Replication(world)));

    public static Outcome ShowVappNetworks(VcdaCall call, World world) => Outcome.Result(
        world.Cloud.ReplicationsIn(call.Path["id"]) is [var first, ..] ? NetworksOf(first) : new NetworkSettings(NetworksIn(null), NetworksIn(null)));

    public static Outcome ChangeOwner(VcdaCall call, World world)
    {
        if (!call.Caller.IsAdministrator)
        {
            return Outcome.Failed(Admission.Forbidden());
        }

        bool ofVapp = call.Operation.Subject == Subject.VappReplication;
        string owner = (call.Body.Value as ChownRequest)?.Owner ?? call.Caller.Owner;
        return CloudTasks.ChangeOwner(world, call.Path["id"], ofVapp, owner) is { } fault ? Outcome.Failed(fault.ToFailure(world.Knobs.Cloud))
            : ofVapp ? ShowVapp(call, world)
            : ShowMachine(call, world);
    }

    /// <summary>Says replications as the caller may see them.</summary>
    public static ReplicationTranslation TranslationFor(VcdaCall call, World world) => new(world, call.Caller.IsAdministrator);

    private static Func<VappReplication, bool>? VisibleVapps(VcdaCall call) =>
        call.Caller.SeesAll ? null : v => call.Caller.Sees(v.Owner, v.Source, v.Destination);

    private static IEnumerable<CloudDisk> DisksOf(World world, VmReplication replication) =>
        (world.Cloud.FindMachine(replication.Source.Site, replication.Machine)?.Disks ?? []).Where(d => !replication.Settings.ExcludedDisks.Contains(d.Key));

    private static NetworkSettings NetworksOf(VmReplication replication) => new(NetworksIn(replication.FailoverSettings), NetworksIn(replication.TestSettings));

    private static RecoveryNetworkSettings NetworksIn(string? settings)
    {
        RecoverRequest? given = settings is null ? null : JsonSerializer.Deserialize(settings, VcdaJson.Newest.RecoverRequest);
        return new RecoveryNetworkSettings(given?.VappNetworkSettings, given?.VmNetworkSettings);
    }
}
