namespace VasaSim.Core.Cloud.Flow;

/// <summary>The transfers that a flow makes from <see cref="DataFlow.AsOf"/> on if nothing changes: the one it has, those of its schedule, or none.</summary>
/// <param name="flow">The flow.</param>
internal readonly struct PlannedTransfers(DataFlow flow)
{
    /// <summary>How many begin up to a time.</summary>
    public long BegunBy(DateTimeOffset time) => flow switch
    {
        { Schedule: { } schedule } => schedule.Rhythm.NumberAt(time) + 1,
        { Transfer: { } transfer } when transfer.From <= time => 1,
        _ => 0,
    };

    /// <summary>The one with a number, from 0.</summary>
    public Transfer this[long number] => flow.Schedule is { } schedule
        ? Transfer.Over(
            flow.Speed, schedule.Rhythm.TimeOf(number), number == 0 ? schedule.FirstBytes : schedule.Bytes, isInitial: false)
        : flow.Transfer!;

    /// <summary>What the first ones transfer together from <see cref="DataFlow.AsOf"/> on.</summary>
    public decimal BytesOfFirst(long count) =>
        count == 0 ? 0 : this[0].Rest.Bytes + (flow.Schedule is { } schedule ? (count - 1) * (decimal)schedule.Bytes : 0);
}
