using VasaSim.Core.Faults;

namespace VasaSim.Core.Cloud.Operations;

/// <summary>What a task does to one replication of a machine.</summary>
/// <param name="Replication">The replication's id; one that starts has it from the call on.</param>
/// <param name="Refusal">Why nothing is done to it, as it was decided at the call; null: it is done at the end, if it still can be.</param>
/// <param name="Bytes">How much its sync transfers.</param>
/// <param name="Machine">The machine at the source; only for one that starts.</param>
public sealed record CloudWork(string Replication, Fault? Refusal, long Bytes = 0, string? Machine = null);
