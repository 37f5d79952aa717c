using VasaSim.Core;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Rest;
using VasaSim.Server.Faces.Srm.Access;
using VasaSim.Server.Faces.Srm.Wire;
using VasaSim.Server.Sessions;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>Login, logout, and the login at the paired site. Both sites have the same users.</summary>
internal static class SessionHandlers
{
    public static Outcome Login(SrmCall call, World world)
    {
        if (UserOf(call) is not { } user)
        {
            return Nobody();
        }

        SrmSession session = call.Workspace.Sessions.Begin(
            call.Realm, user, world.Now, call.UserAgent, call.ClientAddress, "en", static start => new SrmSession(start));
        call.StartedSession = session;
        return Outcome.Result(new SessionIdData(SessionToken.Of(session.Id)));
    }

    public static Outcome Show(SrmCall call, World world) => Outcome.Result(new SessionInfo(call.Caller.User.Name));

    public static Outcome Logout(SrmCall call, World world)
    {
        call.Workspace.Sessions.End(call.Caller);
        return Outcome.Done;
    }

    /// <summary>The paired site's user; the contract has refused a session without one.</summary>
    public static Outcome ShowRemote(SrmCall call, World world) => Outcome.Result(new SessionInfo(call.Caller.RemoteUser!.Name));

    public static Outcome LoginRemote(SrmCall call, World world)
    {
        if (UserOf(call) is not { } user)
        {
            return Nobody();
        }

        call.Caller.RemoteUser = user;
        return Outcome.Done;
    }

    private static User? UserOf(SrmCall call) =>
        call.Credentials is { } credentials ? call.Workspace.Sessions.Users.Find(credentials.User, credentials.Password) : null;

    private static Outcome Nobody() => SrmCall.Failed(SrmFault.NotAuthenticated, "Nobody can log in with these credentials.");
}
