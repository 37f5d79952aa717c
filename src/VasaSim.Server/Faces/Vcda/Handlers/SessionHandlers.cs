using VasaSim.Core;
using VasaSim.Core.Cloud.Model;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Vcda.Access;
using VasaSim.Server.Faces.Vcda.Operations;
using VasaSim.Server.Faces.Vcda.Requests;
using VasaSim.Server.Faces.Vcda.Wire;
using VasaSim.Server.Sessions;

namespace VasaSim.Server.Faces.Vcda.Handlers;

/// <summary>Login, logout, and logins at further sites.</summary>
internal static class SessionHandlers
{
    public static Outcome Create(VcdaCall call, World world)
    {
        LoginRequest request = (LoginRequest)call.Body.Value!;
        if (Missing(request) is { } missing)
        {
            return VcdaCall.Failed(ErrorCode.BadRequest, missing);
        }

        SessionStore sessions = call.Workspace.Sessions;
        if (VcdaUsers.Login(request, world.Cloud.FindSite(call.Scope.Site)!, sessions.Users) is not { } caller)
        {
            return VcdaCall.Failed(ErrorCode.NotAuthenticated, "Nobody can log in with these credentials.");
        }

        VcdaSession session = sessions.Begin(
            SessionRealms.Vcda, caller.User, world.Now, call.UserAgent, call.ClientAddress, "en", start => new VcdaSession(start, call.Scope.Site, caller.Org));
        call.StartedSession = session;
        return Outcome.Result(session.Details);
    }

    public static Outcome Show(VcdaCall call, World world) => Outcome.Result(call.Caller.Details);

    public static Outcome Delete(VcdaCall call, World world)
    {
        call.Workspace.Sessions.End(call.Caller);
        return Outcome.Done;
    }

    public static Outcome Extend(VcdaCall call, World world)
    {
        ExtendRequest request = (ExtendRequest)call.Body.Value!;
        if (request.Site is not { } name)
        {
            return VcdaCall.Failed(ErrorCode.BadUserInput, "'site' is missing; legal is the name of a site.");
        }

        if (Missing(request) is { } missing)
        {
            return VcdaCall.Failed(ErrorCode.BadUserInput, missing);
        }

        if (Admission.Find(world, name) is not { } site)
        {
            return Outcome.Failed(Admission.SiteNotFound(name));
        }

        if (site.Kind == CloudSiteKind.Vcenter)
        {
            return VcdaCall.Failed(ErrorCode.BadUserInput, $"'site' is '{name}', which has no cloud to log in to.", name);
        }

        if (!Admission.IsReached(world, call.Scope.Site, name))
        {
            return Outcome.Failed(Admission.DoesNotAnswer(name));
        }

        if (VcdaUsers.Extend(request, site, call.Workspace.Sessions.Users) is not { } org)
        {
            return VcdaCall.Failed(ErrorCode.RemoteAuthenticationFailure, $"Nobody can log in at the site '{name}' with these credentials.", name);
        }

        call.Caller.Extend(new AuthenticatedSite(name, org));
        return Show(call, world);
    }

    private static string? Missing(LoginRequest request) => request switch
    {
        LocalUserLogin r => FirstMissing((r.LocalUser, "localUser"), (r.LocalPassword, "localPassword")),
        SsoCredentialsLogin r => FirstMissing((r.Username, "username"), (r.Password, "password")),
        SsoTokenLogin r => FirstMissing((r.SamlToken, "samlToken")),
        VcdCredentialsLogin r => FirstMissing((r.VcdUser, "vcdUser"), (r.VcdPassword, "vcdPassword")),
        VcdCookieLogin r => FirstMissing((r.VcdCookie, "vcdCookie")),
        VcdAccessTokenLogin r => FirstMissing((r.VcdAccessToken, "vcdAccessToken")),
        _ => "'type' is missing; legal is one of localUser, ssoCredentials, ssoToken, vcdCredentials, vcdCookie, vcdAccessToken.",
    };

    private static string? Missing(ExtendRequest request) => request switch
    {
        CredentialsExtension r => FirstMissing((r.VcdUsername, "vcdUsername"), (r.VcdPassword, "vcdPassword")),
        CookieExtension r => FirstMissing((r.Cookie, "cookie")),
        AccessTokenExtension r => FirstMissing((r.VcdAccessToken, "vcdAccessToken")),
        MultisiteExtension r => FirstMissing((r.Org, "org")),
        _ => "'type' is missing; legal is one of credentials, cookie, vcdAccessToken, multisite.",
    };

    private static string? FirstMissing(params ReadOnlySpan<(string? Value, string Name)> fields)
    {
        foreach ((string? value, string name) in fields)
        {
            if (value is null)
            {
                return $"'{name}' is missing; legal is a text.";
            }
        }

        return null;
    }
}
