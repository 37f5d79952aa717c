namespace VasaSim.Server.Calls;

/// <summary>Why a call failed, whatever its API says it with. A failure is an answer, not an error of the program.</summary>
/// <param name="Message">The text for people.</param>
public abstract record Failure(string Message)
{
    /// <summary>What the journal, the log and rules call it, such as <c>PeerNotReachable</c>.</summary>
    public abstract string Name { get; }
}
