using VasaSim.Core;
using VasaSim.Server.Calls;
using VasaSim.Server.Sessions;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Vim.Access;

/// <summary>Methods of SessionManager.</summary>
internal sealed class SessionHandlers(VimScopes scopes)
{
    public void Register(HandlerTable handlers) => handlers
        .On<LoginRequest>(Login)
        .On<LogoutRequest>(Logout)
        .On<TerminateSessionRequest>(Terminate)
        .On<SetLocaleRequest>(SetLocale)
        .On<SessionIsActiveRequest>(IsActive);

    // A caller that shows a live session gets another one, and keeps both: our choice (vcsim answers InvalidLogin there).
    private Outcome Login(VmodlCall call, LoginRequest request, World world)
    {
        if (Locales.Find(request.Locale) is not { } locale)
        {
            return UnknownLocale(request.Locale!);
        }

        Session? session = call.Workspace.Sessions.Login(
            request.UserName, request.Password, world.Now, call.UserAgent, call.ClientAddress, locale);
        if (session is null)
        {
            return Outcome.Failed(new InvalidLogin(), "Cannot complete login due to an incorrect user name or password.");
        }

        scopes.Began();
        call.StartedSession = session;
        return Outcome.Result(SessionManagerObject.Describe(session));
    }

    private Outcome Logout(VmodlCall call, LogoutRequest request, World world)
    {
        End(call, call.Session!);
        return Outcome.Done;
    }

    // As documented, the sessions end one by one, up to the first that cannot.
    private Outcome Terminate(VmodlCall call, TerminateSessionRequest request, World world)
    {
        foreach (string key in request.SessionId)
        {
            if (key == call.Session!.Key)
            {
                return VmodlCall.Invalid("sessionId");
            }

            if (call.Workspace.Sessions.FindByKey(key) is not { } session)
            {
                return Outcome.Failed(new NotFound(), $"Not found: session {key}.");
            }

            End(call, session);
        }

        return Outcome.Done;
    }

    private Outcome SetLocale(VmodlCall call, SetLocaleRequest request, World world)
    {
        if (request.Locale.Length == 0 || Locales.Find(request.Locale) is not { } locale)
        {
            return UnknownLocale(request.Locale);
        }

        call.Session!.Locale = locale;
        scopes.ObjectsOf(call.Session).Changed();
        return Outcome.Done;
    }

    private static Outcome IsActive(VmodlCall call, SessionIsActiveRequest request, World world) => Outcome.Result(
        call.Workspace.Sessions.FindByKey(request.SessionID) is { } session
        && session.User.Name.Equals(request.UserName, StringComparison.OrdinalIgnoreCase));

    private void End(VmodlCall call, Session session)
    {
        call.Workspace.Sessions.End(session);
        scopes.Ended(session);
    }

    private static Outcome UnknownLocale(string locale) => Outcome.Failed(
        new InvalidLocale(), $"The locale '{locale}' is not supported.");
}
