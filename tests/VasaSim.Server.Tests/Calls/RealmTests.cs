using VasaSim.Server.Sessions;

namespace VasaSim.Server.Tests.Calls;

/// <summary>Sessions of several APIs in one store.</summary>
public sealed class RealmTests
{
    private readonly SessionStore _sessions = new(UserDirectory.Default("secret"), 42, 1, TimeSpan.FromMinutes(30), TimeProvider.System);

    [Fact]
    public void Sessions_of_one_realm_are_none_of_another()
    {
        Session vCenter = LogIn();
        Session other = Begin("other");
        Assert.Same(vCenter, _sessions.Use(vCenter.Id));
        Assert.Null(_sessions.Use(vCenter.Id, "other"));
        Assert.Same(other, _sessions.Use(other.Id, "other"));
        Assert.Null(_sessions.Use(other.Id));
        Assert.Null(_sessions.FindByKey(other.Key));
        Assert.Equal((1, 1), (vCenter.CallCount, other.CallCount));
        Assert.Equal([vCenter], _sessions.SessionsOf(SessionRealms.VCenter));
        Assert.Equal([other], _sessions.SessionsOf("other"));
        Assert.Equal(2, _sessions.Sessions.Count());
    }

    [Fact]
    public void Ids_of_a_realm_do_not_depend_on_logins_to_others()
    {
        string alone = LogIn().Id;
        SessionStore again = new(UserDirectory.Default("secret"), 42, 1, TimeSpan.FromMinutes(30), TimeProvider.System);
        again.Begin("other", again.Users.Users.First(), Simulator.StartTime, "", "", "", start => new Session(start));
        Assert.Equal(alone, again.Login("administrator@sim.local", "secret", Simulator.StartTime, "", "", "")!.Id);
        Assert.Distinct(new[] { alone, Begin("other").Id, Begin("third").Id, Begin("other").Id });
    }

    private Session LogIn() => _sessions.Login("administrator@sim.local", "secret", Simulator.StartTime, "", "", "")!;

    private Session Begin(string realm) =>
        _sessions.Begin(realm, _sessions.Users.Users.First(), Simulator.StartTime, "", "", "", start => new Session(start));
}
