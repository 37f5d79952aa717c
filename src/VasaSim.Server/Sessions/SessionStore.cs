using System.Collections.Concurrent;
using VasaSim.Core;

namespace VasaSim.Server.Sessions;

/// <summary>
/// Who is logged in. Sessions live in memory: a restarted vCenter knows none. Their ids follow from the seed, the
/// number of the start and of the login, so that the same run has the same ids and no old id is good again after a
/// restart. Idle time is real time: a tester who moves the simulated clock stays logged in. Safe for threads.
/// </summary>
public sealed class SessionStore
{
    private readonly ConcurrentDictionary<string, Session> _byId = new();
    private readonly long _seed;
    private readonly long _start;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _realTime;
    private readonly ConcurrentDictionary<string, long> _logins = new(StringComparer.Ordinal);

    /// <summary>Makes the store.</summary>
    /// <param name="users">Who may log in.</param>
    /// <param name="seed">The world's seed.</param>
    /// <param name="start">The number of this start of the world.</param>
    /// <param name="timeout">Idle time after which a session ends; zero: never.</param>
    /// <param name="realTime">Tells idle time.</param>
    public SessionStore(UserDirectory users, long seed, long start, TimeSpan timeout, TimeProvider realTime) =>
        (Users, _seed, _start, _timeout, _realTime) = (users, seed, start, timeout, realTime);

    /// <summary>Who may log in.</summary>
    public UserDirectory Users { get; }

    /// <summary>The sessions of all realms that live, by the time of their login.</summary>
    public IEnumerable<Session> Sessions => _byId.Values.Where(s => !IsOver(s)).OrderBy(s => s.LoginTime).ThenBy(s => s.Key, StringComparer.Ordinal);

    /// <summary>The sessions of one realm that live, by the time of their login.</summary>
    public IEnumerable<Session> SessionsOf(string realm) => Sessions.Where(s => s.Realm == realm);

    /// <summary>Logs in to vCenter.</summary>
    /// <returns>The new session, or null when name and password fit no user.</returns>
    public Session? Login(string name, string password, DateTimeOffset now, string userAgent, string address, string locale) =>
        Users.Find(name, password) is { } user
            ? Begin(SessionRealms.VCenter, user, now, userAgent, address, locale, static start => new Session(start))
            : null;

    /// <summary>Begins a session of somebody whose password, or what else proves who it is, is in order.</summary>
    /// <typeparam name="TSession">The kind of session that the realm has.</typeparam>
    /// <param name="realm">One of <see cref="SessionRealms"/>.</param>
    /// <param name="user">Who logs in; one of <see cref="Users"/>, or one that only the realm knows.</param>
    /// <param name="now">The simulated time.</param>
    /// <param name="userAgent">The client's user agent.</param>
    /// <param name="address">The client's address.</param>
    /// <param name="locale">The language asked for.</param>
    /// <param name="make">Makes it, complete: from then on any thread may use it.</param>
    public TSession Begin<TSession>(
        string realm, User user, DateTimeOffset now, string userAgent, string address, string locale, Func<SessionStart, TSession> make)
        where TSession : Session
    {
        ArgumentNullException.ThrowIfNull(make);

        // Nobody asks for a session again that its client has forgotten: whoever comes next clears it away.
        foreach (Session over in _byId.Values.Where(IsOver))
        {
            End(over);
        }

        long number = _logins.AddOrUpdate(realm, 1, static (_, last) => last + 1);
        TSession session = make(new(Derive(realm, "id", number), Derive(realm, "key", number), realm, user, now, userAgent, address, locale));
        session.LastUsed = _realTime.GetTimestamp();
        _byId[session.Id] = session;
        return session;
    }

    /// <summary>The session that a client shows, which this counts as a use of it; null when there is none such any more.</summary>
    /// <param name="id">What the client shows.</param>
    /// <param name="realm">The realm that it is to be of.</param>
    public Session? Use(string? id, string realm = SessionRealms.VCenter)
    {
        if (id is null || !_byId.TryGetValue(id, out Session? session) || session.Realm != realm)
        {
            return null;
        }

        if (IsOver(session))
        {
            _byId.TryRemove(id, out _);
            return null;
        }

        session.LastUsed = _realTime.GetTimestamp();
        session.Count();
        return session;
    }

    /// <summary>Keeps a session alive whose call takes long; false when it is over.</summary>
    public bool Keep(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (!_byId.ContainsKey(session.Id) || IsOver(session))
        {
            return false;
        }

        session.LastUsed = _realTime.GetTimestamp();
        return true;
    }

    /// <summary>vCenter's session with a public key, or null.</summary>
    public Session? FindByKey(string key) => SessionsOf(SessionRealms.VCenter).FirstOrDefault(s => s.Key == key);

    /// <summary>Ends a session.</summary>
    public void End(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        _byId.TryRemove(session.Id, out _);
    }

    private bool IsOver(Session session) => _timeout > TimeSpan.Zero && _realTime.GetElapsedTime(session.LastUsed) > _timeout;

    private string Derive(string realm, string what, long number)
    {
        // vCenter's were the first, and have the names that they had when there were no others.
        string text = $"{_seed}|session|{(realm == SessionRealms.VCenter ? "" : $"{realm}|")}{what}|{_start}|{number}";
        return what == "id" ? DerivedId.Hex(text)[..40] : DerivedId.Guid(text).ToString();
    }
}
