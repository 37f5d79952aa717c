using System.Collections.Concurrent;
using VasaSim.Server.Sessions;

namespace VasaSim.Server.Tests.Calls;

/// <summary>A session that knows more than who logged in, and learns more later.</summary>
internal sealed class DoubleSession(SessionStart start, string firstSite) : Session(start)
{
    public ConcurrentQueue<string> Sites { get; } = new([firstSite]);
}
