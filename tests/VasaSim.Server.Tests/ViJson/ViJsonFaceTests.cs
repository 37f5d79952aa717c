using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Soap;

namespace VasaSim.Server.Tests.ViJson;

public sealed class ViJsonFaceTests
{
    private const string Target = JsonClient.Sms + "VasaProvider/vasaProvider-3/";
    private const string Group = """{"faultDomainId":{"id":"fd-b1"},"deviceGroupId":{"id":"rg-01-t"}}""";
    private const string Sync = $$"""{"groupId":[{{Group}}],"pitName":"x"}""";

    [Fact]
    public async Task A_sync_is_started_polled_and_read()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        JsonClient client = await JsonClient.LogInAsync(simulator);

        JsonNode task = await JsonClient.BodyAsync(await client.PostAsync(Target + "SyncReplicationGroup_Task", Sync));
        Assert.Equal("ManagedObjectReference", (string?)task["_typeName"]);
        Assert.Equal("SmsTask", (string?)task["type"]);
        string path = $"{JsonClient.Sms}SmsTask/{task["value"]}/";
        JsonNode info = await JsonClient.BodyAsync(await client.PostAsync(path + "QuerySmsTaskInfo"));
        JsonNode result = await JsonClient.BodyAsync(await client.PostAsync(path + "QuerySmsTaskResult"));

        Assert.Equal("success", (string?)info["state"]);
        Assert.Equal("ArrayOfGroupOperationResult", (string?)result["_typeName"]);
        JsonNode synced = Assert.Single(result["_value"]!.AsArray())!;
        Assert.Equal("SyncReplicationGroupSuccessResult", (string?)synced["_typeName"]);
        Assert.Equal("x", (string?)synced["pitName"]);
    }

    [Fact]
    public async Task The_alias_and_the_base_type_lead_to_the_same_object()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        JsonClient client = await JsonClient.LogInAsync(simulator);

        foreach (string path in (string[])
            [Target, "/sdk/sms/8.0.3.0/VasaProvider/vasaProvider-3/", JsonClient.Sms + "SmsProvider/vasaProvider-3/", JsonClient.Sms + "VasaProvider/%76asaProvider-3/"])
        {
            JsonNode info = await JsonClient.BodyAsync(await client.PostAsync(path + "QueryProviderInfo"));
            Assert.Equal("ARRAY-B1", (string?)info["name"]);
        }
    }

    [Fact]
    public async Task A_session_serves_both_protocols()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        JsonClient json = await JsonClient.LogInAsync(simulator);
        SoapClient soap = simulator.Client();
        soap.Session = json.Session;

        Assert.Equal(6, (await soap.ResultAsync<IReadOnlyList<ManagedObjectReference>>(
            new ManagedObjectReference("SmsStorageManager", "storageManager"), new QueryProviderRequest())).Count);
        json.Session = SmsClient.LogIn(simulator).Soap.Session;
        Assert.Equal(6, (await JsonClient.BodyAsync(
            await json.PostAsync(JsonClient.Sms + "SmsStorageManager/storageManager/QueryProvider"))).AsArray().Count);
    }

    [Fact]
    public async Task A_login_gives_the_header_and_no_cookie_and_a_logout_ends_it()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        JsonClient client = new(simulator);
        const string manager = JsonClient.Release + "SessionManager/SessionManager/";

        using HttpResponseMessage login = await client.PostAsync(
            manager + "Login", """{"userName":"administrator@sim.local","password":"VasaSim!1"}""");
        Assert.False(login.Headers.Contains("Set-Cookie"));
        client.Session = Assert.Single(login.Headers.GetValues(JsonClient.SessionHeader));
        JsonNode session = await JsonClient.BodyAsync(login);
        Assert.Equal("UserSession", (string?)session["_typeName"]);
        JsonNode current = await JsonClient.BodyAsync(await client.GetAsync(manager + "currentSession"));
        Assert.Equal((string?)session["key"], (string?)current["key"]);

        using HttpResponseMessage logout = await client.PostAsync(manager + "Logout");
        Assert.Equal(HttpStatusCode.NoContent, logout.StatusCode);
        Assert.Equal("", await logout.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await JsonClient.FaultAsync(await client.PostAsync(Target + "QueryProviderInfo"), "NotAuthenticated");
    }

    [Fact]
    public async Task Whoever_has_no_session_is_not_authenticated()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        JsonClient client = new(simulator);

        JsonNode fault = await JsonClient.FaultAsync(await client.PostAsync(Target + "QueryProviderInfo"), "NotAuthenticated");
        Assert.Equal("vasaProvider-3", (string?)fault["object"]!["value"]);
        Assert.Equal("StorageViews.View", (string?)fault["privilegeId"]);
        await JsonClient.FaultAsync(await client.GetAsync(JsonClient.Release + "SessionManager/SessionManager/sessionList"), "NotAuthenticated");
        await JsonClient.BodyAsync(await client.PostAsync(JsonClient.Sms + "SmsServiceInstance/ServiceInstance/QuerySessionManager"));
        await JsonClient.BodyAsync(await client.PostAsync(JsonClient.Release + "ServiceInstance/ServiceInstance/RetrieveServiceContent"));
        await JsonClient.FaultAsync(
            await client.PostAsync(JsonClient.Release + "SessionManager/SessionManager/Login", """{"userName":"x","password":"y"}"""),
            "InvalidLogin");
    }

    [Theory]
    [InlineData("VasaProvider/vasaProvider-99/QueryProviderInfo", null, "ManagedObjectNotFound")]
    [InlineData("SmsTask/vasaProvider-3/QueryProviderInfo", null, "ManagedObjectNotFound")]
    [InlineData("NoSuchType/vasaProvider-3/QueryProviderInfo", null, "ManagedObjectNotFound")]
    [InlineData("VasaProvider/vasaProvider-3/NoSuchMethod", "no JSON", "MethodNotFound")]
    [InlineData("VasaProvider/vasaProvider-3/QueryProvider", null, "MethodNotFound")]
    [InlineData("VasaProvider/vasaProvider-3/SyncReplicationGroup_Task", null, "InvalidArgument")]
    [InlineData("VasaProvider/vasaProvider-3/SyncReplicationGroup_Task", "{\"pitName\":\"x\"}", "InvalidArgument")]
    [InlineData("VasaProvider/vasaProvider-3/SyncReplicationGroup_Task", "[]", "InvalidRequest")]
    [InlineData("VasaProvider/vasaProvider-3/SyncReplicationGroup_Task", "{", "InvalidRequest")]
    [InlineData("VasaProvider/vasaProvider-3/FailoverReplicationGroup_Task", "{\"failoverParam\":{\"_typeName\":\"PromoteParam\"}}", "InvalidType")]
    public async Task Mistakes_are_faults(string path, string? body, string fault)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        JsonClient client = await JsonClient.LogInAsync(simulator);

        await JsonClient.FaultAsync(await client.PostAsync(JsonClient.Sms + path, body), fault);
    }

    [Fact]
    public async Task Properties_are_read_as_they_are_declared()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        JsonClient client = await JsonClient.LogInAsync(simulator);

        JsonNode content = await JsonClient.BodyAsync(await client.GetAsync(JsonClient.Release + "ServiceInstance/ServiceInstance/content"));
        Assert.Equal("ServiceContent", (string?)content["_typeName"]);
        Assert.Equal("8.0.3.0", (string?)content["about"]!["apiVersion"]);
        Assert.Equal("2025-01-15T12:00:00Z", (string?)await JsonClient.BodyAsync(
            await client.GetAsync(JsonClient.Release + "ServiceInstance/ServiceInstance/serverClock")));
        Assert.Equal("vvol-ds-a1", (string?)await JsonClient.BodyAsync(
            await client.GetAsync(JsonClient.Release + "ManagedEntity/datastore-21/name")));
        Assert.Contains("en_US", (await JsonClient.BodyAsync(
            await client.GetAsync(JsonClient.Release + "SessionManager/SessionManager/supportedLocaleList"))).AsArray().Select(l => (string?)l));
        using HttpResponseMessage unset = await client.GetAsync(JsonClient.Release + "SessionManager/SessionManager/message");
        Assert.Equal(HttpStatusCode.NoContent, unset.StatusCode);
    }

    [Theory]
    [InlineData("Datastore/datastore-21/nothing", "InvalidProperty")]
    [InlineData("Datastore/datastore-21/summary.name", "InvalidProperty")]
    [InlineData("ManagedEntity/datastore-21/summary", "InvalidProperty")]
    [InlineData("Datastore/datastore-99/name", "ManagedObjectNotFound")]
    public async Task Properties_that_are_none_are_faults(string path, string fault)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        JsonClient client = await JsonClient.LogInAsync(simulator);

        await JsonClient.FaultAsync(await client.GetAsync(JsonClient.Release + path), fault);
    }

    [Fact]
    public async Task The_method_that_no_description_has_cannot_be_reached()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        JsonClient client = await JsonClient.LogInAsync(simulator);

        await JsonClient.FaultAsync(
            await client.PostAsync(JsonClient.Release + "Datastore/datastore-21/Fetch", """{"prop":"name"}"""), "MethodNotFound");
    }

    [Theory]
    [InlineData("8.0.1.0", 200)]
    [InlineData("8.0.2.0", 200)]
    [InlineData("8.0.3.0", 200)]
    [InlineData("8.0.0.0", 404)]
    [InlineData("9.0.0.0", 404)]
    [InlineData("8.0.3", 404)]
    [InlineData("release", 404)]
    public async Task Releases_that_are_not_served_are_not_found(string release, int status)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        JsonClient client = await JsonClient.LogInAsync(simulator);

        JsonNode answer = await JsonClient.BodyAsync(
            await client.PostAsync($"/sdk/vim25/{release}/sms/VasaProvider/vasaProvider-3/QueryProviderInfo"), status);

        if (status == 404)
        {
            Assert.Equal("NotFound", (string?)answer["_typeName"]);
            Assert.Contains("8.0.1.0, 8.0.2.0, 8.0.3.0", (string?)answer["faultstring"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_lab_says_which_release_is_the_newest()
    {
        await using Simulator simulator = await Simulator.StartAsync(options => options with
        {
            Workspace = options.Workspace with { Lab = TestLabs.With(knobs => knobs with { ApiVersion = "8.0.2.0" }) },
        });
        JsonClient client = new(simulator);

        await JsonClient.FaultAsync(await client.PostAsync(Target + "QueryProviderInfo"), "NotFound", 404);
        await JsonClient.FaultAsync(
            await client.PostAsync("/sdk/vim25/8.0.2.0/sms/VasaProvider/vasaProvider-3/QueryProviderInfo"), "NotAuthenticated");
        Assert.Equal("8.0.2.0", await HelloAsync(client, """{"api_releases":["8.0.3.0","8.0.2.0"]}"""));
    }

    [Theory]
    [InlineData("""{"api_releases":["9.9.9.9","8.0.2.0","8.0.3.0"]}""", "8.0.2.0")]
    [InlineData("""{"api_releases":["9.9.9.9"]}""", "")]
    [InlineData("""{"api_releases":[]}""", "")]
    public async Task Hello_chooses_the_first_release_that_is_served(string body, string release)
    {
        await using Simulator simulator = await Simulator.StartAsync();

        Assert.Equal(release, await HelloAsync(new JsonClient(simulator), body));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"api_releases\":\"8.0.3.0\"}")]
    [InlineData("{\"api_releases\":[8]}")]
    public async Task Hello_refuses_what_it_does_not_understand(string body)
    {
        await using Simulator simulator = await Simulator.StartAsync();

        JsonNode error = await JsonClient.BodyAsync(
            await new JsonClient(simulator).PostAsync("/api/vcenter/system?action=hello", body), 400);

        Assert.Equal("INVALID_ARGUMENT", (string?)error["error_type"]);
    }

    [Theory]
    [InlineData("GET", Target + "QueryProviderInfo", "POST")]
    [InlineData("DELETE", Target + "QueryProviderInfo", "POST")]
    [InlineData("PUT", JsonClient.Release + "ServiceInstance/ServiceInstance/content", "POST, GET")]
    public async Task Other_verbs_are_not_allowed(string verb, string path, string allowed)
    {
        await using Simulator simulator = await Simulator.StartAsync();

        using HttpResponseMessage response = await new JsonClient(simulator).SendAsync(new HttpMethod(verb), path, null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(allowed, string.Join(", ", response.Content.Headers.Allow));
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_and_the_connection_ends()
    {
        await using Simulator simulator = await Simulator.StartAsync(options => options with { Limits = new MessageLimits { MaxBodyBytes = 1000 } });
        JsonClient client = await JsonClient.LogInAsync(simulator);

        using HttpResponseMessage response = await client.PostAsync(Target + "QueryProviderInfo", new string(' ', 1001));

        Assert.True(response.Headers.ConnectionClose);
        await JsonClient.FaultAsync(response, "InvalidRequest");
    }

    [Fact]
    public async Task One_connection_carries_many_calls()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        JsonClient client = await JsonClient.LogInAsync(simulator);
        using TcpClient connection = new();
        await connection.ConnectAsync(simulator.Http.BaseAddress!.Host, simulator.Http.BaseAddress.Port, TestContext.Current.CancellationToken);
        await using NetworkStream stream = connection.GetStream();
        using StreamReader reader = new(stream);

        foreach (string path in (string[])[Target + "QueryProviderInfo", Target + "Nothing", Target + "QueryProviderInfo"])
        {
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: x\r\n{JsonClient.SessionHeader}: {client.Session}\r\nContent-Length: 0\r\n\r\n"),
                TestContext.Current.CancellationToken);
            string status = (await reader.ReadLineAsync(TestContext.Current.CancellationToken))!;
            Assert.StartsWith(path.EndsWith("Nothing", StringComparison.Ordinal) ? "HTTP/1.1 500" : "HTTP/1.1 200", status, StringComparison.Ordinal);
            int length = 0;
            while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { Length: > 0 } header)
            {
                if (header.StartsWith("Content-Length: ", StringComparison.Ordinal))
                {
                    length = int.Parse(header.AsSpan("Content-Length: ".Length), System.Globalization.CultureInfo.InvariantCulture);
                }
            }

            char[] body = new char[length];
            Assert.Equal(length, await reader.ReadBlockAsync(body, TestContext.Current.CancellationToken));
            Assert.Equal('}', body[^1]);
        }
    }

    [Theory]
    [InlineData("/sdk/vim25/8.0.3.0")]
    [InlineData("/sdk/vim25/8.0.3.0/sms")]
    [InlineData("/sdk/vim25/8.0.3.0/sms/VasaProvider/vasaProvider-3/QueryProviderInfo/more")]
    [InlineData("/sdk/pbm/8.0.3.0/A/b/C")]
    [InlineData("/api/vcenter/system?action=other")]
    public async Task Other_paths_are_not_found(string path)
    {
        await using Simulator simulator = await Simulator.StartAsync();

        using HttpResponseMessage response = await new JsonClient(simulator).PostAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static async Task<string> HelloAsync(JsonClient client, string body) =>
        (string)(await JsonClient.BodyAsync(await client.PostAsync("/api/vcenter/system?action=hello", body)))["api_release"]!;
}
