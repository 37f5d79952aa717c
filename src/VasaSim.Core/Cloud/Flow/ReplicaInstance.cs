namespace VasaSim.Core.Cloud.Flow;

/// <summary>A point-in-time replica of a machine.</summary>
/// <param name="Key">Its id: <c>replica-</c> and a UUID that follows from the seed, the replication and the number.</param>
/// <param name="SequenceNumber">Position in the order of making, from 1.</param>
/// <param name="Time">The moment whose data it holds.</param>
/// <param name="TransferBytes">How much was transferred for it.</param>
/// <param name="TransferTime">How long that took.</param>
/// <param name="Quiesced">Whether the guest was quiesced for it.</param>
public sealed record ReplicaInstance(
    string Key, long SequenceNumber, DateTimeOffset Time, long TransferBytes, TimeSpan TransferTime, bool Quiesced);
