using VasaSim.Core.Faults;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Recovery.Plans.Runs;

/// <summary>What is to become of a call that a run makes.</summary>
public abstract class CallRuling
{
    /// <summary>What the call is answered, nothing done; null: the call is made.</summary>
    public Fault? Answer { get; protected init; }

    /// <summary>What is wanted of the task that it starts; null: nothing.</summary>
    public TaskOrder? Order { get; protected init; }

    /// <summary>The call is over, still in the same turn.</summary>
    /// <param name="world">The world.</param>
    /// <param name="started">Whether it started a task.</param>
    public abstract void End(World world, bool started);
}
