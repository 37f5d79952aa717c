namespace VasaSim.Server.Calls;

/// <summary>What a client gets instead of an answer of the API.</summary>
/// <param name="Status">A bare HTTP status; null: the connection ends without an answer.</param>
/// <param name="Reset">Whether the connection ends by RST, not by FIN.</param>
public sealed record WireAnswer(int? Status, bool Reset = false);
