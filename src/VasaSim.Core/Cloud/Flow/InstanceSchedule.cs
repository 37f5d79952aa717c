using VasaSim.Core.Replicas;

namespace VasaSim.Core.Cloud.Flow;

/// <summary>
/// Instances that come by themselves: at <see cref="First"/>, then every <see cref="Every"/>. The transfer of each is over
/// before the next begins.
/// </summary>
/// <param name="First">The time of the first; it holds what was written since <see cref="DataFlow.SyncedTo"/>.</param>
/// <param name="Every">The distance: the RPO.</param>
/// <param name="FirstBytes">What the first one transfers.</param>
/// <param name="Bytes">What each one after the first transfers.</param>
public sealed record InstanceSchedule(DateTimeOffset First, TimeSpan Every, long FirstBytes, long Bytes)
{
    internal Rhythm Rhythm => new(First, Every);
}
