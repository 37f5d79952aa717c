using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Core.Recovery.Plans.Queries;

namespace VasaSim.Core.Faults;

/// <summary>A fault that only recovery plans have.</summary>
public abstract record PlanFault : ProtectionFault;

/// <summary>The plan's state does not allow it.</summary>
/// <param name="State">The state that it is in.</param>
/// <param name="Operation">What was to be done.</param>
public sealed record WrongPlanState(PlanState State, PlanOperation Operation) : PlanFault;

/// <summary>Somebody cancelled the run.</summary>
public sealed record RunCancelled : PlanFault;

/// <summary>The replication of a protection group does not go the other way yet.</summary>
/// <param name="Group">The name of the group.</param>
public sealed record NotReversed(string Group) : PlanFault;

/// <summary>A recovery plan has the protection group.</summary>
/// <param name="Plan">The plan's name.</param>
public sealed record GroupInPlan(string Plan) : PlanFault;

/// <summary>A machine would have to run before itself.</summary>
/// <param name="Machine">The machine's name.</param>
public sealed record DependencyCycle(string Machine) : PlanFault;
