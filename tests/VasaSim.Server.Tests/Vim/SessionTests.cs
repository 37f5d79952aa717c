using System.Text;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Vim;

/// <summary>Logging in and out.</summary>
public sealed class SessionTests
{
    private static readonly LoginRequest _login = new() { UserName = "administrator@sim.local", Password = "VasaSim!1" };

    [Fact]
    public async Task A_login_sets_one_quoted_cookie_that_is_good_for_both_services()
    {
        await using Simulator simulator = await Simulator.StartAsync();

        using HttpResponseMessage response = await simulator.Client().SendAsync(VimClient.SessionManager, _login);

        string cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^vmware_soap_session=\"[0-9a-f]+\"; Path=/; HttpOnly;$", cookie);
        SoapClient client = simulator.Client();
        client.Session = cookie.Split('"')[1];
        await client.ResultAsync<DateTimeOffset>(VimClient.ServiceInstance, new CurrentTimeRequest());
        await client.ResultAsync<ManagedObjectReference>(new("SmsServiceInstance", "ServiceInstance"), new Vmodl.Sms.QueryStorageManagerRequest());
    }

    [Theory]
    [InlineData("administrator@sim.local", "wrong")]
    [InlineData("somebody@sim.local", "VasaSim!1")]
    [InlineData("", "")]
    public async Task A_wrong_password_is_InvalidLogin_and_sets_no_cookie(string user, string password)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        LoginRequest request = new() { UserName = user, Password = password };

        await simulator.Client().FaultAsync<InvalidLogin>(VimClient.SessionManager, request);

        using HttpResponseMessage response = await simulator.Client().SendAsync(VimClient.SessionManager, request);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData(null, "en", "en")]
    [InlineData("", "en", "en")]
    [InlineData("en_US", "en_US", "en")]
    [InlineData("en-us", "en_US", "en")]
    [InlineData("zh_CN", "zh_CN", "zh_CN")]
    [InlineData("ja_JP", "ja_JP", "ja")]
    public async Task A_known_locale_is_taken(string? asked, string locale, string language)
    {
        await using Simulator simulator = await Simulator.StartAsync();

        UserSession session = await simulator.Client().ResultAsync<UserSession>(
            VimClient.SessionManager, new LoginRequest { UserName = _login.UserName, Password = _login.Password, Locale = asked });

        Assert.Equal((locale, language), (session.Locale, session.MessageLocale));
        Assert.Equal(Simulator.StartTime, session.LoginTime);
        Assert.Equal("Administrator", session.FullName);
    }

    [Fact]
    public async Task An_unknown_locale_is_refused()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);

        await simulator.Client().FaultAsync<InvalidLocale>(
            VimClient.SessionManager, new LoginRequest { UserName = _login.UserName, Password = _login.Password, Locale = "tlh" });
        await client.Soap.FaultAsync<InvalidLocale>(VimClient.SessionManager, new SetLocaleRequest { Locale = "tlh" });

        await client.Soap.CallAsync(VimClient.SessionManager, new SetLocaleRequest { Locale = "de_DE" });
        Assert.Equal("de_DE", (await client.FetchAsync<UserSession>(VimClient.SessionManager, "currentSession")).Locale);
    }

    [Theory]
    [InlineData("vmware_soap_session=\"{0}\"; Path=/; HttpOnly; Secure;")]
    [InlineData("other=1; vmware_soap_session={0}")]
    public async Task A_cookie_is_good_with_all_that_clients_echo(string form)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);

        using HttpResponseMessage response = await PostAsync(simulator, "<CurrentTime xmlns='urn:vim25'><_this type='ServiceInstance'>ServiceInstance</_this></CurrentTime>",
            string.Format(System.Globalization.CultureInfo.InvariantCulture, form, client.Session!.Id));

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_session_may_be_shown_in_the_header_of_the_message()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);

        using HttpResponseMessage response = await PostAsync(simulator,
            "<CurrentTime xmlns='urn:vim25'><_this type='ServiceInstance'>ServiceInstance</_this></CurrentTime>", "", client.Session!.Id);

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task Without_a_session_the_answer_is_NotAuthenticated_with_status_500()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        SoapClient client = simulator.Client();

        NotAuthenticated fault = await client.FaultAsync<NotAuthenticated>(VimClient.ServiceInstance, new CurrentTimeRequest());

        Assert.Equal((VimClient.ServiceInstance, "System.View"), (fault.Object, fault.PrivilegeId));
        client.Session = "gone";
        await client.FaultAsync<NotAuthenticated>(VimClient.SessionManager, new LogoutRequest());
    }

    [Fact]
    public async Task An_anonymous_caller_has_no_current_session()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient anonymous = VimClient.Anonymous(simulator);

        Assert.Null(await anonymous.FetchAnyAsync(VimClient.SessionManager, "currentSession"));
        Assert.Equal("en", await anonymous.FetchAsync<string>(VimClient.SessionManager, "defaultLocale"));
        Assert.Contains("en_US", (await anonymous.FetchAsync<VmodlArray>(VimClient.SessionManager, "supportedLocaleList")).Items);
        await anonymous.Soap.FaultAsync<NotAuthenticated>(VimClient.SessionManager, new FetchRequest { Prop = "message" });
    }

    [Fact]
    public async Task A_logout_ends_the_session_everywhere()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);

        await client.Soap.CallAsync(VimClient.SessionManager, new LogoutRequest());

        await client.Soap.FaultAsync<NotAuthenticated>(VimClient.ServiceInstance, new CurrentTimeRequest());
        await client.Soap.FaultAsync<Vmodl.Sms.InvalidSession>(new("SmsServiceInstance", "ServiceInstance"), new Vmodl.Sms.QueryStorageManagerRequest());
        Assert.Null(await client.FetchAnyAsync(VimClient.SessionManager, "currentSession"));
    }

    [Fact]
    public async Task Whoever_may_validate_sessions_learns_whether_one_is_active()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);
        VimClient viewer = VimClient.LogIn(simulator, "viewer");
        string key = viewer.Session!.Key;

        Assert.True(await IsActive(key, "viewer@sim.local"));
        Assert.False(await IsActive(key, "administrator@sim.local"));
        Assert.False(await IsActive("none", "viewer@sim.local"));
        NoPermission fault = await viewer.Soap.FaultAsync<NoPermission>(
            VimClient.SessionManager, new SessionIsActiveRequest { SessionID = key, UserName = "viewer@sim.local" });
        Assert.Equal("Sessions.ValidateSession", fault.PrivilegeId);

        Task<bool> IsActive(string session, string user) => client.Soap.ResultAsync<bool>(
            VimClient.SessionManager, new SessionIsActiveRequest { SessionID = session, UserName = user });
    }

    [Fact]
    public async Task The_list_of_sessions_needs_the_privilege_to_end_them()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);
        VimClient viewer = VimClient.LogIn(simulator, "viewer");

        VmodlArray list = await client.FetchAsync<VmodlArray>(VimClient.SessionManager, "sessionList");

        Assert.Equal(
            new[] { client.Session!.Key, viewer.Session!.Key }.Order(), list.Items.Cast<UserSession>().Select(s => s.Key).Order());
        NoPermission fault = await viewer.Soap.FaultAsync<NoPermission>(VimClient.SessionManager, new FetchRequest { Prop = "sessionList" });
        Assert.Equal("Sessions.TerminateSession", fault.PrivilegeId);
        Assert.Equal(VimClient.RootFolder, Assert.Single(fault.MissingPrivileges!).Entity);
    }

    [Fact]
    public async Task Sessions_of_others_are_ended_up_to_the_first_that_cannot_be()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);
        VimClient one = VimClient.LogIn(simulator, "viewer");
        VimClient two = VimClient.LogIn(simulator, "viewer");

        await client.Soap.FaultAsync<NotFound>(
            VimClient.SessionManager, new TerminateSessionRequest { SessionId = [one.Session!.Key, "none", two.Session!.Key] });

        await one.Soap.FaultAsync<NotAuthenticated>(VimClient.ServiceInstance, new CurrentTimeRequest());
        await two.Soap.ResultAsync<DateTimeOffset>(VimClient.ServiceInstance, new CurrentTimeRequest());
        await client.Soap.FaultAsync<InvalidArgument>(VimClient.SessionManager, new TerminateSessionRequest { SessionId = [client.Session!.Key] });
        await two.Soap.FaultAsync<NoPermission>(VimClient.SessionManager, new TerminateSessionRequest { SessionId = [client.Session.Key] });
    }

    private static Task<HttpResponseMessage> PostAsync(Simulator simulator, string body, string cookie, string? header = null)
    {
        string head = header is null ? "" : $"<Header><vcSessionCookie xmlns=''>\"{header}\"</vcSessionCookie></Header>";
        HttpRequestMessage message = new(HttpMethod.Post, "/sdk")
        {
            Content = new StringContent(
                $"<Envelope xmlns='http://schemas.xmlsoap.org/soap/envelope/'>{head}<Body>{body}</Body></Envelope>", Encoding.UTF8, "text/xml"),
        };
        message.Headers.TryAddWithoutValidation("Cookie", cookie);
        return simulator.Http.SendAsync(message, TestContext.Current.CancellationToken);
    }
}
