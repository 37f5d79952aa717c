using VasaSim.Core.Faults;
using VasaSim.Lab.Reading;

namespace VasaSim.Server.Control;

/// <summary>Says why a law refuses what a tester wants of a group, with the name of the fault that a client would get.</summary>
internal static class FaultWords
{
    public static string Of(Fault fault) => fault switch
    {
        InvalidReplicationState { Desired.Count: 0 } state => $"no operation leads there from {GroupWords.Of(state.Current)}",
        InvalidReplicationState state =>
            $"InvalidReplicationState: it is {GroupWords.Of(state.Current)}, and would have to be {string.Join(" or ", state.Desired.Select(GroupWords.Of))}",
        InvalidFunctionTarget => "InvalidFunctionTarget: this is the wrong end of the replication for it",
        NoReplicationTarget => "NoReplicationTarget: the other side that it needs is not there",
        PeerNotReachable => "PeerNotReachable: the link is down, or the other side's provider does not answer",
        NoValidReplica => "NoValidReplica: it has no replica yet",
        NotSupportedByProvider => "NotSupportedByProvider: the group or its provider does not support it",
        ResourceInUse => "ResourceInUse: devices are in use",
        SyncOngoing sync => $"SyncOngoing: {sync.Task} works on it",
        ProviderBusy => "ProviderBusy: a task works on it",
        ProviderNotFound => "no registered provider manages its fault domain",
        _ => fault.ToString(),
    };
}
