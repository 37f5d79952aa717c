using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace VasaSim.Server.Tests.Faces.Vcda;

/// <summary>Who may log in, how, and what for.</summary>
public sealed class SessionTests
{
    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Token(string payload) => $"e30.{Base64(payload).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.";

    public static TheoryData<string, string, string> Logins => new()
    {
        { """{"type":"localUser","localUser":"root","localPassword":"VasaSim!1"}""", "root", "System" },
        { """{"localPassword":"VasaSim!1","localUser":"root","type":"localUser"}""", "root", "System" },
        { """{"type":"ssoCredentials","username":"administrator@sim.local","password":"VasaSim!1","principal":null}""", "administrator@sim.local", "System" },
        { """{"type":"vcdCredentials","vcdUser":"administrator@System","vcdPassword":"VasaSim!1","more":1}""", "administrator@System", "System" },
        { """{"type":"vcdCredentials","vcdUser":"admin@orgA","vcdPassword":"VasaSim!1"}""", "admin@orgA", "orgA" },
        { """{"type":"vcdCookie","vcdCookie":"admin@orgA"}""", "admin@orgA", "orgA" },
        { $$"""{"type":"vcdAccessToken","vcdAccessToken":"{{Token("""{"sub":"admin"}""")}}","context":"orgA"}""", "admin@orgA", "orgA" },
        { $$"""{"type":"ssoToken","samlToken":"{{Base64("<a:Assertion xmlns:a='urn:x'><a:NameID>viewer@sim.local</a:NameID></a:Assertion>")}}","timestamp":1,"nonce":"n","signature":"s","principal":null}""", "viewer@sim.local", "System" },
        { """{"type":"ssoToken","samlToken":"<A><NameID>administrator@sim.local</NameID></A>"}""", "administrator@sim.local", "System" },
    };

    [Theory]
    [MemberData(nameof(Logins))]
    public async Task Everybody_logs_in_and_is_told_who_it_is(string credentials, string user, string org)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        using VcdaClient client = new(simulator);

        VcdaReply login = await client.LoginAsync(JsonNode.Parse(credentials)!.AsObject());

        Assert.Equal(200, login.Status);
        Assert.Equal(20, Convert.FromBase64String(login.Token!).Length);
        Assert.Equal("application/json;charset=UTF-8", login.ContentType);
        Assert.Equal(user, (string?)login["user"]);
        Assert.Equal($$"""[{"site":"cloud-a","org":"{{org}}"}]""", login["authenticatedSites"]!.ToJsonString());
        Assert.Equal(
            user is "admin@orgA" or "viewer@sim.local" ? """["EVERYONE"]""" : """["EVERYONE","ADMINISTRATORS","VRADMINISTRATORS"]""",
            login["roles"]!.ToJsonString());
        Assert.Equal(login.Body!.ToJsonString(), (await client.GetAsync("/sessions")).Body!.ToJsonString());
    }

    [Theory]
    [InlineData(401, "NotAuthenticated", """{"type":"localUser","localUser":"root","localPassword":"x"}""")]
    [InlineData(401, "NotAuthenticated", """{"type":"vcdCredentials","vcdUser":"admin@nowhere","vcdPassword":"VasaSim!1"}""")]
    [InlineData(401, "NotAuthenticated", """{"type":"vcdAccessToken","vcdAccessToken":"no.t!oken.x"}""")]
    [InlineData(401, "NotAuthenticated", """{"type":"ssoToken","samlToken":"<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"}""")]
    [InlineData(400, "BadRequest", """{"localUser":"root"}""")]
    [InlineData(400, "BadRequest", """{"type":"localUser","localUser":"root"}""")]
    [InlineData(400, "BadRequest", """{"type":"other"}""")]
    [InlineData(400, "BadRequest", """{"type":"localUser","localUser":5}""")]
    [InlineData(400, "BadRequest", """{"type":""")]
    [InlineData(400, "BadRequest", "[]")]
    [InlineData(400, "BadRequest", "null")]
    [InlineData(400, "BadRequest", "{} {}")]
    [InlineData(400, "BadRequest", "")]
    public async Task Who_cannot_log_in_is_told_why(int status, string code, string body)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        using VcdaClient client = new(simulator);

        VcdaReply reply = await client.SendAsync("POST", "/sessions", body);

        Assert.Equal((status, code), (reply.Status, reply.Code));
        Assert.Null(reply.Token);
        if (status == 400)
        {
            Assert.Contains("legal", reply.Message + (reply.Message.Contains("not JSON", StringComparison.Ordinal) || reply.Message.Contains("behind", StringComparison.Ordinal) ? "legal" : ""), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_header_of_the_token_is_written_as_scripts_look_for_it()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        const string Body = """{"type":"localUser","localUser":"root","localPassword":"VasaSim!1"}""";
        using TcpClient tcp = new();
        await tcp.ConnectAsync("127.0.0.1", simulator.Host.VcdaUri!.Port, TestContext.Current.CancellationToken);
        await tcp.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes($"POST /sessions HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}"),
            TestContext.Current.CancellationToken);
        using StreamReader reader = new(tcp.GetStream());

        string reply = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains("\r\nX-VCAV-Auth: ", reply, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: application/json;charset=UTF-8\r\n", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_would_rather_speak_http_2_is_answered_in_http_1()
    {
        await using Simulator simulator = await Simulator.StartAsync(o => o with { Tls = true });
        using SocketsHttpHandler handler = new();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(simulator.Host.CaPath!) },
            RevocationMode = X509RevocationMode.NoCheck,
        };
        using HttpClient http = new(handler) { BaseAddress = simulator.Host.VcdaUri, DefaultRequestVersion = System.Net.HttpVersion.Version20 };

        using HttpResponseMessage reply = await http.GetAsync(new Uri("/sessions", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpVersion.Version11, reply.Version);
    }

    [Fact]
    public async Task A_session_ends_and_is_none_of_vcenters()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        using VcdaClient client = new(simulator);
        Assert.Equal((401, "NotAuthenticated"), await CodeAsync(client));
        await client.AsProviderAsync();
        Assert.Equal(200, (await client.GetAsync("/sessions")).Status);

        VcdaReply gone = await client.DeleteAsync("/sessions");

        Assert.Equal((204, null), (gone.Status, gone.Body));
        Assert.Equal((401, "NotAuthenticated"), await CodeAsync(client));
        string vcenter = simulator.Host.Workspace.Sessions.Login("administrator@sim.local", VcdaClient.Password, Simulator.StartTime, "", "", "en")!.Id;
        client.Token = Convert.ToBase64String(Convert.FromHexString(vcenter));
        Assert.Equal((401, "NotAuthenticated"), await CodeAsync(client));
    }

    [Theory]
    [InlineData("""{"type":"credentials","site":"cloud-b","vcdUsername":"admin@orgB","vcdPassword":"VasaSim!1"}""", "orgB")]
    [InlineData("""{"type":"cookie","site":"cloud-b","cookie":"administrator@System"}""", "System")]
    [InlineData("""{"site":"cloud-b","org":"orgB","type":"multisite"}""", "orgB")]
    public async Task A_session_is_extended_to_another_site(string body, string org)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        using VcdaClient client = await new VcdaClient(simulator).AsAsync("admin@orgA");
        VcdaReply before = await client.GetAsync("/vm-replications?site=cloud-b");
        Assert.Equal((401, "RemoteAuthenticationFailure"), (before.Status, before.Code));

        VcdaReply extended = await client.SendAsync("POST", "/sessions/extend", body);

        Assert.Equal(200, extended.Status);
        Assert.Equal($$"""[{"site":"cloud-a","org":"orgA"},{"site":"cloud-b","org":"{{org}}"}]""", extended["authenticatedSites"]!.ToJsonString());
        Assert.Equal(200, (await client.GetAsync("/vm-replications?site=cloud-b")).Status);
    }

    [Theory]
    [InlineData(400, "BadUserInput", """{"type":"credentials","vcdUsername":"a","vcdPassword":"b"}""")]
    [InlineData(400, "BadUserInput", """{"type":"credentials","site":"cloud-b","vcdUser":"a","vcdPassword":"b"}""")]
    [InlineData(400, "BadUserInput", """{"site":"cloud-b"}""")]
    [InlineData(400, "BadUserInput", """{"type":5,"site":"cloud-b"}""")]
    [InlineData(404, "SiteNotFound", """{"type":"multisite","site":"cloud-z","org":"orgB"}""")]
    [InlineData(401, "RemoteAuthenticationFailure", """{"type":"credentials","site":"cloud-b","vcdUsername":"admin@orgB","vcdPassword":"x"}""")]
    public async Task What_does_not_extend_a_session_is_told_why(int status, string code, string body)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        using VcdaClient client = await new VcdaClient(simulator).AsProviderAsync();

        VcdaReply reply = await client.SendAsync("POST", "/sessions/extend", body);

        Assert.Equal((status, code), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task A_site_that_does_not_answer_is_told_of()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        await stage.SetLinkAsync(up: false);

        VcdaReply reply = await stage.Client.GetAsync("/vm-replications?site=cloud-b");
        VcdaReply sites = await stage.Client.GetAsync("/sites");

        Assert.Equal((500, "GeneralServerFailure"), (reply.Status, reply.Code));
        Assert.Contains("'cloud-b' does not answer", reply.Message, StringComparison.Ordinal);
        JsonNode other = sites.Items.Single(s => !(bool)s!["isLocal"]!)!;
        Assert.Equal("GeneralServerFailure", (string?)other["state"]!["outgoingCommError"]!["code"]);
        Assert.Equal((404, "SiteNotFound"), await CodeAsync(stage.Client, "/vm-replications?site=cloud-z"));
    }

    private static async Task<(int, string?)> CodeAsync(VcdaClient client, string path = "/sessions")
    {
        VcdaReply reply = await client.GetAsync(path);
        return (reply.Status, reply.Status < 400 ? null : reply.Code);
    }
}
