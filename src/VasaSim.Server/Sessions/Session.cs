namespace VasaSim.Server.Sessions;

/// <summary>A session of the simulated vCenter. Safe for threads.</summary>
public sealed class Session
{
    private long _calls;
    private long _lastActiveTicks;

    internal Session(string id, string key, User user, DateTimeOffset loginTime, string userAgent, string address, string locale)
    {
        (Id, Key, User, LoginTime, UserAgent, Address, Locale) = (id, key, user, loginTime, userAgent, address, locale);
        _lastActiveTicks = loginTime.UtcTicks;
    }

    /// <summary>The secret that the client shows: the value of the cookie.</summary>
    public string Id { get; }

    /// <summary>The public key of the session.</summary>
    public string Key { get; }

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
