namespace VasaSim.Vmodl.Vim;

/// <summary>Logs clients in and out.</summary>
[ManagedObject("SessionManager", Since = "2.0")]
public interface ISessionManager : IManagedObject
{
    [Property(Privilege = Privileges.SessionsTerminateSession)]
    IReadOnlyList<UserSession>? SessionList { get; }

    [Property(Privilege = Privileges.SystemAnonymous)]
    UserSession? CurrentSession { get; }

    [Property(Privilege = Privileges.SystemView)]
    string? Message { get; }

    [Property(Privilege = Privileges.SystemAnonymous)]
    IReadOnlyList<string>? MessageLocaleList { get; }

    [Property(Privilege = Privileges.SystemAnonymous)]
    IReadOnlyList<string>? SupportedLocaleList { get; }

    [Property(Privilege = Privileges.SystemAnonymous)]
    string DefaultLocale { get; }

    /// <summary>Opens a session.</summary>
    [Method("Login", Since = "2.0", Privilege = Privileges.SystemAnonymous)]
    [Faults(typeof(InvalidLogin), typeof(InvalidLocale))]
    UserSession Login(string userName, [Secret] string password, string? locale);

    /// <summary>Ends the caller's session.</summary>
    [Method("Logout", Since = "2.0", Privilege = Privileges.SystemView)]
    void Logout();

    /// <summary>Ends other sessions.</summary>
    [Method("TerminateSession", Since = "2.0", Privilege = Privileges.SessionsTerminateSession)]
    [Faults(typeof(NotFound))]
    void TerminateSession(IReadOnlyList<string> sessionId);

    /// <summary>Sets the session's locale.</summary>
    [Method("SetLocale", Since = "2.0", Privilege = Privileges.SystemView)]
    [Faults(typeof(InvalidLocale))]
    void SetLocale(string locale);

    /// <summary>Tells whether a session of a user is active.</summary>
    [Method("SessionIsActive", Since = "2.5", Privilege = Privileges.SessionsValidateSession)]
    bool SessionIsActive(string sessionID, string userName);
}
