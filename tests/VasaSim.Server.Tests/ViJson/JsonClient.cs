using System.Net;
using System.Text.Json.Nodes;

namespace VasaSim.Server.Tests.ViJson;

/// <summary>Speaks VI JSON by hand: what is sent is what the test says, byte by byte.</summary>
internal sealed class JsonClient(Simulator simulator)
{
    public const string Release = "/sdk/vim25/8.0.3.0/";
    public const string Sms = Release + "sms/";
    public const string SessionHeader = "vmware-api-session-id";

    public string? Session { get; set; }

    public static async Task<JsonClient> LogInAsync(Simulator simulator, string user = "administrator")
    {
        JsonClient client = new(simulator);
        using HttpResponseMessage response = await client.PostAsync(
            Release + "SessionManager/SessionManager/Login", $$"""{"userName":"{{user}}@sim.local","password":"VasaSim!1"}""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        client.Session = Assert.Single(response.Headers.GetValues(SessionHeader));
        return client;
    }

    public Task<HttpResponseMessage> PostAsync(string path, string? body = null) =>
        SendAsync(HttpMethod.Post, path, body is null ? null : new StringContent(body));

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using HttpRequestMessage message = new(method, path) { Content = content };
        if (content is not null)
        {
            // As Go clients send it.
            content.Headers.ContentType = null;
        }

        if (Session is not null)
        {
            message.Headers.Add(SessionHeader, Session);
        }

        return await simulator.Http.SendAsync(message, TestContext.Current.CancellationToken);
    }

    /// <summary>The body of a reply that must have this status.</summary>
    public static async Task<JsonNode> BodyAsync(HttpResponseMessage response, int status = 200)
    {
        using (response)
        {
            string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode}: {text}");
            Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
            return JsonNode.Parse(text)!;
        }
    }

    /// <summary>The fault of a reply with this status.</summary>
    public static async Task<JsonNode> FaultAsync(HttpResponseMessage response, string type, int status = 500)
    {
        JsonNode fault = await BodyAsync(response, status);
        Assert.Equal(type, (string?)fault["_typeName"]);
        Assert.NotEmpty((string)fault["faultstring"]!);
        return fault;
    }
}
