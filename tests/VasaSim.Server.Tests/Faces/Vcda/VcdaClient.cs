using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VasaSim.Server.Tests.OpenApi;

namespace VasaSim.Server.Tests.Faces.Vcda;

/// <summary>Calls the API for cloud replications over its port, and compares each reply with the description that is served.</summary>
public sealed class VcdaClient : IDisposable
{
    public const string Password = "VasaSim!1";

    private readonly HttpClient _http;
    private ReplySchemas? _schemas;

    public VcdaClient(Simulator simulator)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        _http = new HttpClient { BaseAddress = simulator.Host.VcdaUri };
    }

    private VcdaClient(Uri address, ReplySchemas? schemas) => (_http, _schemas) = (new HttpClient { BaseAddress = address }, schemas);

    /// <summary>What the client shows of its session.</summary>
    public string? Token { get; set; }

    /// <summary>The session's user logs in.</summary>
    public async Task<VcdaReply> LoginAsync(JsonObject credentials)
    {
        VcdaReply reply = await PostAsync("/sessions", credentials);
        Token = reply.Token ?? Token;
        return reply;
    }

    /// <summary>The provider's administrator logs in, at another site too when one is named.</summary>
    public async Task<VcdaClient> AsProviderAsync(string? other = null) => await AsAsync("administrator@System", other, "administrator@System");

    /// <summary>Somebody of Cloud Director logs in, at another site too when one is named.</summary>
    public async Task<VcdaClient> AsAsync(string user, string? other = null, string? otherUser = null)
    {
        VcdaReply reply = await LoginAsync(new() { ["type"] = "vcdCredentials", ["vcdUser"] = user, ["vcdPassword"] = Password });
        Assert.Equal(200, reply.Status);
        if (other is not null)
        {
            VcdaReply extended = await PostAsync("/sessions/extend", new JsonObject
            {
                ["type"] = "credentials", ["site"] = other, ["vcdUsername"] = otherUser, ["vcdPassword"] = Password,
            });
            Assert.Equal(200, extended.Status);
        }

        return this;
    }

    /// <summary>Another client, which is not logged in.</summary>
    public VcdaClient Other() => new(_http.BaseAddress!, _schemas);

    public Task<VcdaReply> GetAsync(string path) => SendAsync("GET", path);

    public Task<VcdaReply> PostAsync(string path, JsonNode? body = null) => SendAsync("POST", path, body?.ToJsonString());

    public Task<VcdaReply> DeleteAsync(string path) => SendAsync("DELETE", path);

    public Task<VcdaReply> PatchAsync(string path, JsonNode? body = null) => SendAsync("PATCH", path, body?.ToJsonString());

    /// <summary>Sends a request.</summary>
    public async Task<VcdaReply> SendAsync(string method, string path, string? body = null, string? accept = null, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(_http.BaseAddress!.GetLeftPart(UriPartial.Authority) + path));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        if (Token is not null)
        {
            request.Headers.Add("X-VCAV-Auth", Token);
        }

        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        // As it was written: the client's own reading of it would set it in order.
        string contentType = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out HeaderStringValues type) ? type.ToString() : "";
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        await CheckAsync(method, path, (int)response.StatusCode, text, response.Content.Headers.ContentType);
        return new VcdaReply(
            (int)response.StatusCode,
            contentType,
            text.Length == 0 ? null : JsonNode.Parse(text),
            response.Content.Headers.Allow.Count > 0 ? string.Join(", ", response.Content.Headers.Allow) : null,
            response.Headers.TryGetValues("X-VCAV-Auth", out IEnumerable<string>? token) ? token.Single() : null);
    }

    /// <summary>The description.</summary>
    public async Task<ReplySchemas> SchemasAsync() => _schemas ??= new ReplySchemas(
        JsonNode.Parse(await _http.GetStringAsync(new Uri("/openapi.json", UriKind.Relative), TestContext.Current.CancellationToken))!.AsObject());

    public void Dispose() => _http.Dispose();

    private async Task CheckAsync(string method, string path, int status, string body, MediaTypeHeaderValue? type)
    {
        if (path == "/openapi.json")
        {
            return;
        }

        ReplySchemas schemas = await SchemasAsync();
        string plain = Regex.Replace(path.Split('?')[0], "/+", "/");
        string? template = schemas.Document["paths"]!.AsObject().Select(p => p.Key)
            .OrderBy(p => p.Count(c => c == '{'))
            .FirstOrDefault(p => Regex.IsMatch(plain, $"^{Regex.Replace(p, @"\\?\{\w+\}", "[^/]+")}$") && schemas.Has(p, method.ToLowerInvariant()));
        if (template is null || status is 405 or 406)
        {
            Assert.Equal("application/vnd.vmware.h4-v4.5+json", type!.MediaType);
            Assert.Equal(["args", "code", "msg", "stacktrace"], JsonNode.Parse(body)!.AsObject().Select(m => m.Key).Order(StringComparer.Ordinal));
            return;
        }

        IReadOnlyList<string> problems = schemas.Check(template, method.ToLowerInvariant(), status, body);
        Assert.True(problems.Count == 0, $"{method} {path} {status}: {string.Join("; ", problems)}\n{body}");
        if (status >= 400)
        {
            Assert.StartsWith("application/vnd.vmware.h4-v", type!.MediaType, StringComparison.Ordinal);
        }
    }
}
