using VasaSim.Vmodl.Sms;

namespace VasaSim.Trying;

/// <summary>What a call did for one group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Result">What was said of it; null when the call failed as a whole.</param>
/// <param name="Failure">What went wrong; null when it succeeded.</param>
internal sealed record GroupResult(KnownGroup Group, GroupOperationResult? Result, string? Failure);
