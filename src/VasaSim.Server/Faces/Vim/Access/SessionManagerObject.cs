using VasaSim.Server.Sessions;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Vim.Access;

/// <summary>Knows who is logged in.</summary>
internal sealed class SessionManagerObject() : VimObject(VimReferences.SessionManager)
{
    public override object? Read(string property, VimScope scope) => property switch
    {
        "sessionList" => scope.Sessions.SessionsOf(SessionRealms.VCenter).Select(Describe).ToArray(),
        "currentSession" => scope.Session is { } session ? Describe(session) : null,
        "message" => null,
        "messageLocaleList" => Locales.Languages,
        "supportedLocaleList" => Locales.Supported,
        "defaultLocale" => Locales.Default,
        _ => throw Unknown(property),
    };

    // A session counts its calls and their time. A client that waits for changes would be woken by its own waiting.
    public override string? MarkOf(string property, VimScope scope) => property switch
    {
        "sessionList" => string.Join(';', scope.Sessions.SessionsOf(SessionRealms.VCenter).Select(MarkOf)),
        "currentSession" => scope.Session is { } session ? MarkOf(session) : "",
        _ => null,
    };

    public static UserSession Describe(Session session) => new()
    {
        Key = session.Key,
        UserName = session.User.Name,
        FullName = session.User.FullName,
        LoginTime = session.LoginTime,
        LastActiveTime = session.LastActive,
        Locale = session.Locale,
        MessageLocale = Locales.LanguageOf(session.Locale),
        ExtensionSession = false,
        IpAddress = session.Address,
        UserAgent = session.UserAgent,
        CallCount = session.CallCount,
    };

    private static string MarkOf(Session session) => $"{session.Key}|{session.Locale}";
}
