namespace VasaSim.Server.Faces.Vcda.Wire;

/// <summary>Why something was not done, as every status from 400 on and every failed task says it.</summary>
/// <param name="Code">What programs go by.</param>
/// <param name="Msg">The text for people.</param>
/// <param name="Args">What the text has put in, by position.</param>
/// <param name="Stacktrace">Always null: the real product tells clients of none either.</param>
internal sealed record ApiError(string Code, string Msg, IReadOnlyList<string> Args, string? Stacktrace = null);
