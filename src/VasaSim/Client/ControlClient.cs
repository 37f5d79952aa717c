using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using VasaSim.Server.Control;
using VasaSim.Settings;

namespace VasaSim.Client;

/// <summary>Asks the control port of a running simulator. What goes wrong becomes a message and an exit code.</summary>
internal sealed class ControlClient : IDisposable
{
    private readonly HttpClient _http;

    /// <summary>A client.</summary>
    /// <param name="address">The control port.</param>
    /// <param name="token">The token to show, if it wants one.</param>
    /// <param name="patience">How long to wait for an answer; 100 s unless given.</param>
    public ControlClient(Uri address, string? token = null, TimeSpan? patience = null)
    {
        // The port is on this machine: a proxy for the world outside has no business here.
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = address,
            Timeout = patience ?? TimeSpan.FromSeconds(100),
        };
        if (token is not null)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    public Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Get, path, null, type, cancellation);

    /// <summary>Gets what is no JSON.</summary>
    public Task<byte[]> GetBytesAsync(string path, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Get, path, null, response => response.Content.ReadAsByteArrayAsync(cancellation), cancellation);

    /// <summary>Reads server-sent events; ends by the cancellation only.</summary>
    /// <exception cref="CommandException">The simulator has ended.</exception>
    public Task<bool> ReadEventsAsync(string path, Action<SseItem<string>> read, CancellationToken cancellation) =>
        SendAsync<bool>(
            HttpMethod.Get,
            path,
            null,
            async response =>
            {
                Stream stream = await response.Content.ReadAsStreamAsync(cancellation);
                try
                {
                    await foreach (SseItem<string> happened in SseParser.Create(stream).EnumerateAsync(cancellation))
                    {
                        read(happened);
                    }
                }
                catch (IOException)
                {
                    // It ended without a word.
                }

                throw new CommandException(ExitCode.NotRunning, $"The vasasim at {_http.BaseAddress} has ended.");
            },
            cancellation);

    public Task<T> SendAsync<T>(HttpMethod method, string path, JsonObject? body, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        SendAsync(method, path, body, response => ReadAsync(response, type, cancellation), cancellation);

    private async Task<T> SendAsync<T>(
        HttpMethod method, string path, JsonObject? body, Func<HttpResponseMessage, Task<T>> read, CancellationToken cancellation)
    {
        using HttpRequestMessage request = new(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        try
        {
            using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return response.IsSuccessStatusCode
                ? await read(response)
                : throw Refused(response, await ReadAsync(response, ControlJson.Readable.Problem, cancellation));
        }
        catch (JsonException)
        {
            throw new CommandException(ExitCode.NotRunning, $"What answers at {_http.BaseAddress} is no vasasim of this version. {Remedy}");
        }
        catch (HttpRequestException e)
        {
            throw new CommandException(ExitCode.NotRunning, $"No vasasim answers at {_http.BaseAddress} ({e.Message}). {Remedy}");
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new CommandException(ExitCode.NotRunning, $"The vasasim at {_http.BaseAddress} does not answer. {Remedy}");
        }
    }

    public void Dispose() => _http.Dispose();

    private static string Remedy => "Start one with: vasasim start; or say where it is with --url or VASASIM_URL.";

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        JsonSerializer.Deserialize(await response.Content.ReadAsStringAsync(cancellation), type) ?? throw new JsonException();

    private static string Line(ProblemItem item)
    {
        string where = item.Line is { } line ? $"line {line}" : item.Pointer.TrimStart('/', '?');
        string legal = item.Legal is null ? "" : $"; it must be {item.Legal}";
        return $"  {(where.Length > 0 ? where + ": " : "")}{item.Detail}{legal}";
    }

    private static CommandException Refused(HttpResponseMessage response, Problem problem)
    {
        IEnumerable<string> lines =
        [
            problem.Detail,
            .. (problem.Errors ?? []).Select(Line),
            .. (problem.Parts ?? []).Select(p => $"  {p.Part}: {p.Detail}"),
            .. problem.Legal is { Count: > 0 } legal ? [$"  legal: {string.Join(", ", legal)}"] : Array.Empty<string>(),
        ];
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            return new CommandException(ExitCode.Usage, $"{problem.Detail} Give it with {ClientSettings.Token.Flag} or {ClientSettings.Token.Variable}.");
        }

        int code = response.StatusCode >= HttpStatusCode.InternalServerError ? ExitCode.Unexpected : ExitCode.Usage;
        return new CommandException(code, string.Join(Environment.NewLine, lines));
    }
}
