using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Trying;

/// <summary>What a call did for one group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Result">What was said of it; null when the call failed as a whole.</param>
/// <param name="Fault">The call's fault, or the group's when it has only one; null when there is none.</param>
/// <param name="Failure">What went wrong, in one line; null when it succeeded.</param>
internal sealed record GroupResult(KnownGroup Group, GroupOperationResult? Result, MethodFault? Fault, string? Failure);
