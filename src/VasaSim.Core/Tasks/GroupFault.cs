using VasaSim.Core.Faults;

namespace VasaSim.Core.Tasks;

/// <summary>A fault that is planted into what a replication task says of one group.</summary>
/// <param name="Index">The group's place in the call, from 0; one beyond the call's groups is passed over.</param>
/// <param name="Fault">The fault.</param>
/// <param name="Kind">What the fault does to the group.</param>
public sealed record GroupFault(int Index, Fault Fault, GroupFaultKind Kind);

/// <summary>What a planted fault does to a group.</summary>
public enum GroupFaultKind
{
    /// <summary>The group is not touched, and the fault is its error.</summary>
    ErrorBeforeWork,

    /// <summary>The work is done as far as it can be, and yet the fault is said to be the group's error.</summary>
    ErrorAfterWork,

    /// <summary>The work is done; the fault is among the group's warnings.</summary>
    Warning,
}
