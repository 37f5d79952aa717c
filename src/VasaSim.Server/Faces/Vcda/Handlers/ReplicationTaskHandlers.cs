using VasaSim.Core;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Faults;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Vcda.Operations;
using VasaSim.Server.Faces.Vcda.Requests;
using VasaSim.Server.Faces.Vcda.Translation;

namespace VasaSim.Server.Faces.Vcda.Handlers;

/// <summary>What starts a task with a replication that there is.</summary>
internal static class ReplicationTaskHandlers
{
    private const string OperationHeader = "operationID";
    private static readonly PlainCommand _plain = new();

    /// <summary>The handler of an operation that takes nothing.</summary>
    public static Func<VcdaCall, World, Outcome> Plain(CloudOperation operation) => (call, world) => Begin(call, world, operation, _plain);

    public static Outcome Reconfigure(VcdaCall call, World world)
    {
        ReconfigureRequest request = (ReconfigureRequest)call.Body.Value!;
        return RequestedSettings.ProblemOf(request) is { } problem ? VcdaCall.Failed(ErrorCode.BadRequest, problem) : Begin(call, world, CloudOperation.Reconfigure, new ReconfigureCommand
        {
            Description = request.Description,
            Rpo = request.Rpo,
            DataConnectionType = request.DataConnectionType?.FromWire(),
            Quiesced = request.Quiesced,
            Retention = request.RetentionPolicy is { } policy ? RequestedSettings.RulesOf(policy) : null,
            InitialSyncTime = request.InitialSyncTime is { } time ? WireTime.FromWire(time) : null,
            SlaProfile = request.SlaProfileId,
        });
    }

    public static Outcome ChangeStorageProfile(VcdaCall call, World world) =>
        ((StorageProfileRequest)call.Body.Value!).StorageProfileId is { } profile
            ? Begin(call, world, CloudOperation.ChangeStorageProfile, new StorageProfileCommand(profile))
            : VcdaCall.Failed(ErrorCode.BadRequest, "'storageProfileId' is missing; legal is the UUID of a storage profile.");

    /// <summary>The handler of failover, test or migration.</summary>
    public static Func<VcdaCall, World, Outcome> Recover(CloudOperation operation) => (call, world) =>
    {
        RecoverRequest request = (RecoverRequest)call.Body.Value!;
        bool isTest = operation == CloudOperation.FailoverTest;
        ReplicationEnd destination = OfVapp(call) ? call.VappReplication(world).Destination : call.Replication(world).Destination;
        if (ProblemOf(request, isTest, destination) is { } problem)
        {
            return VcdaCall.Failed(ErrorCode.BadRequest, problem);
        }

        return Begin(call, world, operation, new RecoverCommand
        {
            PowerOn = request.PowerOn ?? false,
            Consolidate = request.Consolidate ?? false,
            Sync = isTest && request.Sync == true,
            Settings = call.Body.Text,
            Instances = operation == CloudOperation.Migrate ? new Dictionary<string, string>() : InstancesOf(call, request),
        });
    };

    /// <summary>Starts a task.</summary>
    public static Outcome Begin(VcdaCall call, World world, CloudOperation operation, CloudCommand command)
    {
        Result<CloudTask> started = CloudTasks.Start(world, new CloudCall
        {
            Operation = operation,
            OfVapp = OfVapp(call),
            Replication = call.Path.GetValueOrDefault("id"),
            Command = command,
            User = call.Caller.User.Name,
            Site = call.Site,
            OperationId = call.Headers[OperationHeader].ToString() is { Length: > 0 } id ? id : null,
        });
        return started.TryGet(out CloudTask? task, out Fault? fault)
            ? Outcome.Result(task.ToWire(world, ReplicationQueryHandlers.TranslationFor(call, world)))
            : Outcome.Failed(fault.ToFailure(world.Knobs.Cloud));
    }

    private static bool OfVapp(VcdaCall call) => call.Operation.Path.StartsWith("/vapp-", StringComparison.Ordinal);

    private static string? ProblemOf(RecoverRequest request, bool isTest, ReplicationEnd destination) => request switch
    {
        not (VcloudRecoverRequest or VcenterRecoverRequest) => "'type' is missing; legal is one of vcloud, vcenter.",
        VcloudRecoverRequest when destination.Vdc is null => "'type' is 'vcloud', but the destination is on-premises; legal is vcenter.",
        VcenterRecoverRequest when destination.Vdc is not null => "'type' is 'vcenter', but the destination is a cloud; legal is vcloud.",
        { Sync: true } when isTest && (request.InstanceId is not null || request.InstanceMap is { Count: > 0 }) =>
            "'sync' and 'instanceId' exclude each other; legal is one of them.",
        _ => null,
    };

    private static Dictionary<string, string> InstancesOf(VcdaCall call, RecoverRequest request)
    {
        if (OfVapp(call))
        {
            return (request.InstanceMap ?? new Dictionary<string, string?>()).Where(i => i.Value is not null).ToDictionary(i => i.Key, i => i.Value!);
        }

        return request.InstanceId is { } key ? new Dictionary<string, string> { [call.Path["id"]] = key } : [];
    }
}
