using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Faults.Actions;

namespace VasaSim.Server.Calls;

/// <summary>
/// Makes the faults that rules want of one call, as its API has them. What a rule leaves out says what it would say in
/// the world at this moment. Used in a turn on the world.
/// </summary>
public interface ICallFaults
{
    /// <summary>The shape in which the operation raises a fault by itself.</summary>
    /// <param name="type">The name of the fault.</param>
    /// <param name="refusalsByTask">Whether refusals are told by the task that the operation starts.</param>
    FaultShape AutoOf(string type, bool refusalsByTask);

    /// <summary>The fault as the answer to the call.</summary>
    /// <param name="type">The name of the fault, of those that <paramref name="spec"/> has.</param>
    /// <param name="spec">What the rule says of it.</param>
    /// <param name="group">The group that it is about; null: none of its own.</param>
    Outcome Failed(string type, FaultSpec spec, GroupId? group);

    /// <summary>The fault where the world keeps it: in tasks and the outcomes of groups.</summary>
    /// <inheritdoc cref="Failed"/>
    ForeignFault Foreign(string type, FaultSpec spec, GroupId? group);

    /// <summary>The answer to a call that names more groups than are taken at once.</summary>
    /// <param name="most">How many are said to be taken; null: it is not said.</param>
    Outcome TooMany(long? most);
}
