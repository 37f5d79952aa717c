using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VasaSim.Server.Tests.OpenApi;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>Calls Site Recovery Manager over its port, and compares each reply with the description that is served.</summary>
public sealed class SrmClient : IDisposable
{
    public const string Administrator = "administrator@sim.local";
    public const string Password = "VasaSim!1";
    public const string NotSimulated = "dr.fault.NotSupported";

    private readonly HttpClient _http;
    private readonly string _version;
    private ReplySchemas? _schemas;

    public SrmClient(Uri address, string version = "v2") => (_http, _version) = (new HttpClient { BaseAddress = address }, version);

    /// <summary>What the client shows of its session.</summary>
    public string? Session { get; set; }

    /// <summary>The path of the only pairing.</summary>
    public string Pairing { get; private set; } = "";

    /// <summary>Somebody logs in, and finds the pairing when it may look.</summary>
    public async Task<SrmClient> AsAsync(string user = Administrator)
    {
        SrmReply reply = await SendAsync("POST", "/session", null, ("Authorization", Basic(user, Password)));
        Assert.Equal(200, reply.Status);
        Session = (string)reply["session_id"]!;
        if (await GetAsync("/pairings") is { Status: 200 } pairings)
        {
            Pairing = $"/pairings/{(string)pairings.List[0]!["pairing_id"]!}";
        }

        return this;
    }

    /// <summary>The session logs in at the other site too.</summary>
    public async Task<SrmClient> WithRemoteAsync(string user = Administrator)
    {
        SrmReply reply = await SendAsync("POST", $"{Pairing}/remote-session", null, ("Authorization", Basic(user, Password)));
        Assert.Equal(204, reply.Status);
        return this;
    }

    public Task<SrmReply> GetAsync(string path) => SendAsync("GET", path);

    public Task<SrmReply> PostAsync(string path, string? body = null) => SendAsync("POST", path, body);

    /// <summary>Sends a request.</summary>
    public async Task<SrmReply> SendAsync(string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), $"/api/rest/srm/{_version}{path}");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        if (Session is not null)
        {
            request.Headers.TryAddWithoutValidation("x-dr-session", Session);
        }

        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        await CheckAsync(method, path, (int)response.StatusCode, text, response.Content.Headers.ContentType);
        return new SrmReply((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    /// <summary>The description.</summary>
    public async Task<ReplySchemas> SchemasAsync() => _schemas ??= new ReplySchemas(JsonNode.Parse(
        await _http.GetStringAsync(new Uri($"/api/rest/srm/{_version}/openapi.json", UriKind.Relative), TestContext.Current.CancellationToken))!.AsObject());

    /// <summary>The value of a header that proves who somebody is.</summary>
    public static string Basic(string user, string password) => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))}";

    public void Dispose() => _http.Dispose();

    private async Task CheckAsync(string method, string path, int status, string body, MediaTypeHeaderValue? type)
    {
        ReplySchemas schemas = await SchemasAsync();
        string plain = path.Split('?')[0];
        string? template = schemas.Document["paths"]!.AsObject().Select(p => p.Key)
            .OrderBy(p => p.Count(c => c == '{'))
            .FirstOrDefault(p => Regex.IsMatch(plain, $"^{Regex.Replace(p, @"\{\w+\}", "[^/]+")}$"));
        if (template is null || !schemas.Has(template, method.ToLowerInvariant()))
        {
            Assert.True(body.Length == 0 && status is 404 or 405, $"{method} {path} {status}: {body}");
            return;
        }

        IReadOnlyList<string> problems = schemas.Check(template, method.ToLowerInvariant(), status, body);
        Assert.True(problems.Count == 0, $"{method} {path} {status}: {string.Join("; ", problems)}\n{body}");
        Assert.Equal(body.Length == 0 ? null : "application/json", type?.MediaType);
        if (status is 400 or 403 or 500)
        {
            JsonObject error = JsonNode.Parse(body)!.AsObject();
            Assert.Equal(["error_code", "message", "op_id"], error.Select(m => m.Key));
            Assert.StartsWith("dr.fault.", (string?)error["error_code"], StringComparison.Ordinal);
            Assert.True(Guid.TryParse((string?)error["op_id"], out _));
        }
    }
}

/// <summary>What a call got.</summary>
public sealed record SrmReply(int Status, JsonNode? Body)
{
    public JsonNode? this[string member] => Body![member];

    public JsonArray List => this["list"]!.AsArray();

    public JsonNode Meta => this["_meta"]!;

    public JsonArray Gaps => Meta["errors"]!.AsArray();

    public string? Code => (string?)Body?["error_code"];

    public string Message => (string)this["message"]!;
}
