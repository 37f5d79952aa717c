using VasaSim.Core.Faults;
using VasaSim.Core.Lab;

namespace VasaSim.Core.Recovery.Operations;

/// <summary>What one operation on a group that there is needs and does. Laws are stateless.</summary>
internal abstract class ProtectionLaw
{
    /// <summary>How long its task takes.</summary>
    public abstract TimeSpan Duration(TaskDurations durations);

    /// <summary>The machines whose protection it changes, as it looks at the call.</summary>
    public virtual IReadOnlyList<MachineAtWork> Machines(ProtectionContext context) => [new(context.Machine!, context.Member?.Name ?? context.Machine!)];

    /// <summary>What stands against it; null: nothing.</summary>
    public abstract Fault? Check(ProtectionContext context);

    /// <summary>Does it.</summary>
    public abstract void Apply(ProtectionContext context);
}
