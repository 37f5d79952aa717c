namespace VasaSim.Server.Sessions;

/// <summary>
/// A session of one of the simulated APIs. An API that keeps more with its sessions derives a kind of its own, which has
/// to be safe for threads too.
/// </summary>
public class Session
{
    private long _calls;
    private long _lastActiveTicks;

    /// <summary>Makes the session; <see cref="SessionStore.Begin"/> calls it.</summary>
    public Session(SessionStart start)
    {
        (Id, Key, Realm, User, LoginTime, UserAgent, Address, Locale) = start;
        _lastActiveTicks = start.LoginTime.UtcTicks;
    }

    /// <summary>The secret that the client shows: the value of the cookie.</summary>
    public string Id { get; }

    /// <summary>The public key of the session.</summary>
    public string Key { get; }

    /// <summary>The API that it is a session of, one of <see cref="SessionRealms"/>.</summary>
    public string Realm { get; }

    /// <summary>Who logged in.</summary>
    public User User { get; }

    /// <summary>Simulated time of the login.</summary>
    public DateTimeOffset LoginTime { get; }

    /// <summary>The client's user agent.</summary>
    public string UserAgent { get; }

    /// <summary>The client's address.</summary>
    public string Address { get; }

    /// <summary>The language asked for.</summary>
    public string Locale { get; internal set; }

    /// <summary>Simulated time of the last call.</summary>
    public DateTimeOffset LastActive
    {
        get => new(Interlocked.Read(ref _lastActiveTicks), TimeSpan.Zero);
        internal set => Interlocked.Exchange(ref _lastActiveTicks, value.UtcTicks);
    }

    /// <summary>Number of calls so far.</summary>
    public long CallCount => Interlocked.Read(ref _calls);

    internal long LastUsed { get; set; }

    internal void Count() => Interlocked.Increment(ref _calls);
}
