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
    public static ApiError ToError(this Fault fault, CloudKnobs knobs) => new(CodeOf(fault, knobs).Name, TextOf(fault), ArgsOf(fault));

    /// <summary>The fault as the answer to a call.</summary>
    public static VcdaFailure ToFailure(this Fault fault, CloudKnobs knobs) => new(CodeOf(fault, knobs).Status, fault.ToError(knobs));

    private static ErrorCode CodeOf(Fault fault, CloudKnobs knobs) => fault switch
    {
        NotFound or InvalidArgument or AlreadyExists or DuplicateEntry or NoValidReplica => ErrorCode.BadRequest,
        InvalidReplicationState or AlreadyDone or SyncOngoing or ResourceInUse => new ErrorCode(knobs.IllegalOrderCode, ErrorCode.BadRequest.Status),
        ForeignFault f => new ErrorCode(f.Type, ErrorCode.GeneralServerFailure.Status),
        _ => ErrorCode.GeneralServerFailure,
    };

    private static string TextOf(Fault fault) => fault switch
    {
        NotFound f => $"Not found: {f.What}.",
        InvalidArgument f => $"'{f.Property}' is not legal.",
        AlreadyExists f => $"'{f.Name}' is replicated there already.",
        DuplicateEntry => "The same was named more than once.",
        NoValidReplica => "There is no instance to recover from.",
        InvalidReplicationState f => $"The recovery state is {WordOf(f.Current)}; the operation needs {string.Join(" or ", f.Desired.Select(WordOf))}.",
        AlreadyDone => "The operation was done before.",
        SyncOngoing f => $"The task '{f.Task}' works on the replication.",
        ResourceInUse => "Something that the operation needs is in use.",
        PeerNotReachable => "General server failure: the other site does not answer.",
        SystemError f => f.Reason,
        ForeignFault f => f.Message,
        _ => $"General server failure: {fault.GetType().Name}.",
    };

    private static string[] ArgsOf(Fault fault) => fault switch
    {
        NotFound f => [f.What],
        InvalidArgument f => [f.Property],
        AlreadyExists f => [f.Name],
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
}
