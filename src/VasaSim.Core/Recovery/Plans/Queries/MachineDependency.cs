using VasaSim.Core.Recovery.Model;

namespace VasaSim.Core.Recovery.Plans.Queries;

/// <summary>A machine that is to run before another one, as a plan sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Group">The group that protects it.</param>
/// <param name="Status">Whether it counts.</param>
/// <param name="Priority">Its priority in the plan; null: the plan does not recover it.</param>
public sealed record MachineDependency(string Id, string Name, ProtectionGroup Group, DependencyStatus Status, int? Priority);

/// <summary>Whether a machine that is to run before another one counts. The names are those of the Site Recovery Manager.</summary>
public enum DependencyStatus
{
    /// <summary>It does: the plan recovers both with one priority.</summary>
    Ok,

    /// <summary>The plan does not recover it.</summary>
    NotInPlan,

    /// <summary>It comes later.</summary>
    LowerPriority,

    /// <summary>It comes before anyway.</summary>
    HigherPriority,
}
