namespace VasaSim.Server.Sessions;

/// <summary>What a session begins with; made by <see cref="SessionStore"/>.</summary>
/// <param name="Id">The secret that the client shows: 40 digits from 0 to f, as 20 bytes have.</param>
/// <param name="Key">The public key.</param>
/// <param name="Realm">The API that it is a session of.</param>
/// <param name="User">Who logged in.</param>
/// <param name="LoginTime">Simulated time of the login.</param>
/// <param name="UserAgent">The client's user agent.</param>
/// <param name="Address">The client's address.</param>
/// <param name="Locale">The language asked for.</param>
public readonly record struct SessionStart(
    string Id, string Key, string Realm, User User, DateTimeOffset LoginTime, string UserAgent, string Address, string Locale);
