namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>Login, logout, and the login at the other site.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task Logging_in_gives_an_id_that_is_good_until_the_logout_in_both_versions()
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        using SrmClient first = stage.Other("v1");
        first.Session = stage.Client.Session;

        Assert.Equal(SrmClient.Administrator, (string?)(await first.GetAsync("/session"))["username"]);
        SrmReply out1 = await stage.Client.SendAsync("DELETE", "/session");
        Assert.Equal((204, null), (out1.Status, out1.Body));
        foreach (SrmReply reply in new[] { await stage.Client.GetAsync("/session"), await first.GetAsync("/session"), await stage.Client.SendAsync("DELETE", "/session") })
        {
            Assert.Equal((401, null), (reply.Status, reply.Body));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Basic")]
    [InlineData("Basic !")]
    [InlineData("Basic bm9jb2xvbg==")]
    [InlineData("Bearer x")]
    public async Task Nobody_logs_in_without_credentials(string? header)
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        using SrmClient client = stage.Other();
        (string, string)[] headers = header is null ? [] : [("Authorization", header)];

        Assert.Equal((401, null), await client.SendAsync("POST", "/session", null, headers) is var local ? (local.Status, local.Body) : default);
        Assert.Equal((401, null), await stage.Client.SendAsync("POST", $"{stage.Client.Pairing}/remote-session", null, headers) is var remote ? (remote.Status, remote.Body) : default);
    }

    [Fact]
    public async Task A_wrong_password_is_nobodys_and_one_with_a_colon_is_read_whole()
    {
        await using SrmStage stage = await SrmStage.StartAsync(o => o with { Workspace = o.Workspace with { Password = "VasaSim!1" } });
        using SrmClient client = stage.Other();

        Assert.Equal(401, (await client.SendAsync("POST", "/session", null, ("Authorization", SrmClient.Basic(SrmClient.Administrator, "VasaSim!1:")))).Status);
        Assert.Equal(200, (await client.SendAsync("POST", "/session", null, ("Authorization", SrmClient.Basic("ADMINISTRATOR@sim.local", "VasaSim!1")))).Status);
    }

    [Fact]
    public async Task A_session_of_one_site_is_none_at_the_other()
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        using SrmClient peer = stage.AtPeer();
        peer.Session = stage.Client.Session;

        Assert.Equal(401, (await peer.GetAsync("/pairings")).Status);
        await peer.AsAsync("viewer@sim.local");
        Assert.NotEqual(stage.Client.Session, peer.Session);
        Assert.Equal("viewer@sim.local", (string?)(await peer.GetAsync("/session"))["username"]);
    }

    [Fact]
    public async Task The_login_at_the_other_site_makes_the_same_session_good_for_it()
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        string path = $"{stage.Client.Pairing}/remote-session";

        SrmReply before = await stage.Client.GetAsync(path);
        await stage.Client.WithRemoteAsync("viewer@sim.local");
        SrmReply after = await stage.Client.GetAsync(path);

        Assert.Equal((500, "dr.fault.RemoteSiteNotAuthenticated"), (before.Status, before.Code));
        Assert.Equal("viewer@sim.local", (string?)after["username"]);
        using SrmClient other = await stage.Other().AsAsync();
        Assert.Equal(500, (await other.GetAsync(path)).Status);
    }

    [Fact]
    public async Task A_site_that_is_down_is_not_logged_in_to()
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        await stage.CutAsync();

        SrmReply reply = await stage.Client.SendAsync("POST", $"{stage.Client.Pairing}/remote-session", null, ("Authorization", SrmClient.Basic(SrmClient.Administrator, SrmClient.Password)));

        Assert.Equal((500, "dr.fault.RemoteSiteNotReachable"), (reply.Status, reply.Code));
    }
}
