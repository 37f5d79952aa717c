using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Server.Faces.Vcda.Operations;
using VasaSim.Server.Faces.Vcda.Wire;

namespace VasaSim.Server.Faces.Vcda.Translation;

/// <summary>Says the world's faults in the API's words.</summary>
internal static class FaultTranslation
{
    /// <summary>The fault as an error.</summary>
    public static ApiError ToError(this Fault fault, CloudKnobs knobs) => fault is ForeignFault kept
        ? AskedError.Of(kept)
        : new(CodeOf(fault, knobs).Name, TextOf(fault), ArgsOf(fault));

    /// <summary>The fault as the answer to a call.</summary>
    public static VcdaFailure ToFailure(this Fault fault, CloudKnobs knobs) => new(CodeOf(fault, knobs).Status, fault.ToError(knobs));

    private static ErrorCode CodeOf(Fault fault, CloudKnobs knobs) => fault switch
    {
        CloudNotFound { Kind: CloudThing.VmReplication } => ErrorCode.VmReplicationNotFound,
        CloudNotFound { Kind: CloudThing.VappReplication } => ErrorCode.VappReplicationNotFound,
        CloudNotFound { Kind: CloudThing.Site } => ErrorCode.SiteNotFound,
        CloudNotFound or InvalidArgument or AlreadyReplicated or PolicyViolation or SeedMismatch or NoValidReplica => ErrorCode.BadRequest,
        NotLicensed => ErrorCode.ServiceNotLicensed,
        MachineLeftOut f => CodeOf(f.Cause, knobs),
        InvalidReplicationState or SyncOngoing or ProviderBusy or ReplicationPaused or ReplicationNotPaused => new ErrorCode(knobs.IllegalOrderCode, ErrorCode.BadRequest.Status),
        _ => ErrorCode.GeneralServerFailure,
    };

    private static string TextOf(Fault fault) => fault switch
    {
        CloudNotFound f => $"There is no {WordOf(f.Kind)} '{f.Id}'.",
        InvalidArgument f => $"'{f.Property}' is not legal.",
        AlreadyReplicated f => $"'{f.Machine}' is replicated there already, by '{f.Replication}'.",
        PolicyViolation f => $"The policy '{f.Policy}' does not allow it: {WordOf(f.Rule)}.",
        SeedMismatch f => $"The disks of the seed '{f.Seed}' are not those of '{f.Machine}'.",
        NotLicensed => "The service is not licensed.",
        NoValidReplica => "There is no instance to recover from.",
        InvalidReplicationState f => $"The recovery state is {WordOf(f.Current)}; the operation needs {string.Join(" or ", f.Desired.Select(WordOf))}.",
        ReplicationPaused => "The replication is paused; resume it first.",
        ReplicationNotPaused => "The replication is not paused.",
        MachineLeftOut f => $"{f.Replication}: {TextOf(f.Cause)}",
        ProviderBusy => "Another task works on the replication.",
        SyncOngoing f => $"The task '{f.Task}' works on the replication.",
        PeerNotReachable => "General server failure: the other site does not answer.",
        SystemError f => f.Reason,
        _ => $"General server failure: {fault.GetType().Name}.",
    };

    private static string[] ArgsOf(Fault fault) => fault switch
    {
        CloudNotFound f => [f.Id],
        InvalidArgument f => [f.Property],
        AlreadyReplicated f => [f.Machine, f.Replication],
        PolicyViolation f => [f.Policy, WordOf(f.Rule)],
        SeedMismatch f => [f.Seed, f.Machine],
        MachineLeftOut f => [f.Replication],
        SyncOngoing f => [f.Task],
        InvalidReplicationState f => [WordOf(f.Current)],
        _ => [],
    };

    private static string WordOf(ReplicationState state) => state switch
    {
        ReplicationState.InTest => "TEST",
        ReplicationState.FailedOver => "COMPLETE",
        _ => "NOT_STARTED",
    };

    private static string WordOf(CloudThing kind) => kind switch
    {
        CloudThing.VmReplication or CloudThing.VappReplication => "replication",
        CloudThing.Site => "site",
        CloudThing.Vdc => "virtual data center",
        CloudThing.StorageProfile => "storage profile",
        CloudThing.Vapp => "vApp",
        CloudThing.Machine => "machine",
        CloudThing.SlaProfile => "SLA profile",
        _ => "instance",
    };

    private static string WordOf(PolicyRule rule) => rule switch
    {
        PolicyRule.MinRpo => "minRpo",
        PolicyRule.MaxInstances => "maxInstances",
        PolicyRule.MaxIncoming => "maxIncoming",
        PolicyRule.AllowIncoming => "allowIncoming",
        _ => "allowOutgoing",
    };
}
