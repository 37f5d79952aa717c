using System.Net;
using System.Text;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Sms;

/// <summary>Who may call what, and in which order a call is checked.</summary>
public sealed class AccessTests
{
    private static readonly ManagedObjectReference _provider = SmsClient.Provider(3);

    [Fact]
    public async Task Without_a_session_the_answer_is_InvalidSession()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        SoapClient client = simulator.Client();

        Assert.Equal("", (await client.FaultAsync<InvalidSession>(SmsClient.ServiceInstance, new QueryStorageManagerRequest())).SessionCookie);

        client.Session = "gone";
        Assert.Equal("gone", (await client.FaultAsync<InvalidSession>(SmsClient.ServiceInstance, new QueryStorageManagerRequest())).SessionCookie);
    }

    [Fact]
    public async Task The_session_manager_needs_no_session()
    {
        await using Simulator simulator = await Simulator.StartAsync();

        ManagedObjectReference manager = await simulator.Client().ResultAsync<ManagedObjectReference>(
            SmsClient.ServiceInstance, new QuerySessionManagerRequest());

        Assert.Equal("SmsSessionManager", manager.Type);
    }

    [Theory]
    [InlineData("viewer", "StorageViews.ConfigureService")]
    [InlineData("nobody", "StorageViews.ConfigureService")]
    public async Task A_task_needs_the_privilege_to_configure(string user, string privilege)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        SmsClient client = SmsClient.LogIn(simulator, user);

        NoPermission fault = await client.Soap.FaultAsync<NoPermission>(
            _provider, new SyncReplicationGroupRequest { GroupId = null, PitName = "x" });

        Assert.Equal(privilege, fault.PrivilegeId);
        Assert.Equal("Folder", fault.Object!.Type);
        Assert.Equal([privilege], Assert.Single(fault.MissingPrivileges!).PrivilegeIds);
    }

    [Fact]
    public async Task The_privilege_to_configure_does_not_include_looking()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        SmsClient client = SmsClient.LogIn(simulator, "config");

        NoPermission fault = await client.Soap.FaultAsync<NoPermission>(_provider, new QueryProviderInfoRequest());

        Assert.Equal("StorageViews.View", fault.PrivilegeId);
    }

    [Fact]
    public async Task The_checks_of_a_call_come_in_their_order()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        ManagedObjectReference unknown = new("VasaProvider", "vasaProvider-99");
        SyncReplicationGroupRequest wrong = new() { GroupId = null, PitName = "" };

        await simulator.Client().FaultAsync<InvalidSession>(unknown, wrong);
        SmsClient viewer = SmsClient.LogIn(simulator, "viewer");
        Assert.Equal(unknown, (await viewer.Soap.FaultAsync<ManagedObjectNotFound>(unknown, wrong)).Obj);
        viewer.Soap.Version = ApiVersion.Parse("5.0");
        Assert.Equal("SyncReplicationGroup_Task", (await viewer.Soap.FaultAsync<MethodNotFound>(_provider, wrong)).Method);
        viewer.Soap.Version = ApiVersion.Parse("8.0.3.0");
        await viewer.Soap.FaultAsync<NoPermission>(_provider, wrong);
        SmsClient administrator = SmsClient.LogIn(simulator);
        Assert.Equal("pitName", (await administrator.Soap.FaultAsync<InvalidArgument>(_provider, wrong)).InvalidProperty);
        await administrator.Soap.FaultAsync<Vmodl.Vim.NotImplemented>(
            SmsClient.Provider(5), new SyncReplicationGroupRequest { GroupId = [SmsClient.Group("a", "b")], PitName = "x" });
        await administrator.Soap.FaultAsync<ProviderUnavailable>(
            SmsClient.Provider(6), new SyncReplicationGroupRequest { GroupId = [SmsClient.Group("a", "b")], PitName = "x" });
    }

    [Fact]
    public async Task A_session_that_was_idle_too_long_is_over()
    {
        ManualTime time = new();
        await using Simulator simulator = await Simulator.StartAsync(realTime: time);
        SmsClient client = SmsClient.LogIn(simulator);
        time.Advance(TimeSpan.FromMinutes(29));
        await client.Soap.ResultAsync<ManagedObjectReference>(SmsClient.ServiceInstance, new QueryStorageManagerRequest());
        time.Advance(TimeSpan.FromMinutes(29));
        await client.Soap.ResultAsync<ManagedObjectReference>(SmsClient.ServiceInstance, new QueryStorageManagerRequest());

        time.Advance(TimeSpan.FromMinutes(31));

        await client.Soap.FaultAsync<InvalidSession>(SmsClient.ServiceInstance, new QueryStorageManagerRequest());
    }

    [Fact]
    public async Task A_cookie_alone_is_no_session_unless_the_lab_says_so()
    {
        await using Simulator strict = await Simulator.StartAsync();
        await using Simulator lenient = await Simulator.StartAsync(o => o with
        {
            Workspace = o.Workspace with { Lab = TestLabs.With(k => k with { AcceptHttpCookie = true }) },
        });

        Assert.Equal(HttpStatusCode.InternalServerError, await PostWithCookieAsync(strict));
        Assert.Equal(HttpStatusCode.OK, await PostWithCookieAsync(lenient));
    }

    private static async Task<HttpStatusCode> PostWithCookieAsync(Simulator simulator)
    {
        string session = SmsClient.LogIn(simulator).Soap.Session!;
        using HttpRequestMessage message = new(HttpMethod.Post, "/sms/sdk")
        {
            Content = new StringContent(
                """<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><QueryStorageManager xmlns="urn:sms"><_this type="SmsServiceInstance">ServiceInstance</_this></QueryStorageManager></e:Body></e:Envelope>""",
                Encoding.UTF8,
                "text/xml"),
        };
        message.Headers.TryAddWithoutValidation("Cookie", $"vmware_soap_session=\"{session}\"; Path=/; HttpOnly; Secure;");
        using HttpResponseMessage response = await simulator.Http.SendAsync(message, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
