using VasaSim.Core.Faults;
using VasaSim.Core.Model;

namespace VasaSim.Core.Replication.Laws;

/// <summary>What an operation that takes new data from the source needs of it.</summary>
internal static class SourceCheck
{
    /// <summary>
    /// The source must be SOURCE: after another of its targets was failed over it sends nothing any more. The state
    /// that the fault names is the source's.
    /// </summary>
    public static Fault? MustSend(LawContext context) =>
        context.Source is { State: not ReplicationState.Source } source
            ? new InvalidReplicationState([ReplicationState.Source], source.State)
            : null;
}
