namespace VasaSim.Trying.Wire;

/// <summary>A reply as it came.</summary>
/// <param name="Status">The HTTP status; 0 when there was no reply.</param>
/// <param name="Body">The body in full.</param>
/// <param name="LostBecause">Why there was no reply to a request that was sent; null when there was one.</param>
internal sealed record HttpReply(int Status, byte[] Body, string? LostBecause);
