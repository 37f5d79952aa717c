using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using VasaSim.Server.Calls;
using VasaSim.Server.Injection;
using VasaSim.Server.Faces;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Journal;

/// <summary>
/// Gathers what the journal keeps of one request, on its way: only bytes are copied and references kept. Belongs to the
/// request; whoever handles it finds the recording at its context. What else is to be known of a call later, such as what
/// was decided about it on its way, is handed in here and put into the entry at the end.
/// </summary>
internal sealed class CallRecording : IDisposable
{
    private readonly HttpContext _http;
    private readonly Workspace _workspace;
    private readonly long _began;
    private readonly DateTimeOffset _realTime;
    private readonly DateTimeOffset _time;
    private readonly PooledBuffer _raw = new();
    private bool _entered;
    private int _requestBody;
    private int _replyBody;
    private Call? _call;
    private Outcome _outcome;

    public CallRecording(HttpContext http, Workspace workspace)
    {
        _http = http;
        _workspace = workspace;
        _began = workspace.RealTime.GetTimestamp();
        _realTime = workspace.RealTime.GetUtcNow();
        _time = workspace.TimeAt(_realTime);
        http.Features.Set(this);
        http.Response.OnStarting(
            static recording =>
            {
                ((CallRecording)recording).Enter(answered: true);
                return Task.CompletedTask;
            },
            this);
    }

    /// <summary>The recording of a request; null when the journal is off.</summary>
    public static CallRecording? Of(HttpContext http) => http.Features.Get<CallRecording>();

    /// <summary>Keeps the request's body.</summary>
    public void TakeRequest(ReadOnlySequence<byte> body)
    {
        foreach (ReadOnlyMemory<byte> part in body)
        {
            _raw.Write(part.Span);
        }

        _requestBody = _raw.Length;
    }

    /// <summary>Keeps the reply's body.</summary>
    public void TakeReply(ReadOnlySpan<byte> body)
    {
        _raw.Write(body);
        _replyBody = body.Length;
    }

    /// <summary>Notes what the request was read as, and what came of it.</summary>
    public void Answered(Call call, Outcome outcome) => (_call, _outcome) = (call, outcome);

    /// <summary>What the world was like when rules were first asked about the call.</summary>
    public RecordedFacts? Facts { get; set; }

    /// <summary>Whether its entry is in the journal, which alone says so and asks, under its lock.</summary>
    public bool IsKept { get; set; }

    /// <summary>Notes that a rule ends the connection instead of the answer.</summary>
    public void Cut() => Enter(answered: false);

    /// <summary>Notes the failure that is answered.</summary>
    public void Failed(Failure failure) => _outcome = Outcome.Failed(failure);

    /// <summary>
    /// The request was handled, or its handling broke off. When the answer has begun the entry is in the journal already, so
    /// that a client which has its answer finds its call there.
    /// </summary>
    public void End(bool finished) => Enter(finished && !_http.RequestAborted.IsCancellationRequested);

    private void Enter(bool answered)
    {
        if (_entered)
        {
            return;
        }

        _entered = true;
        HttpContext http = _http;
        int begin = _raw.Length;
        RawMessage.WriteHead(_raw, RequestLine(http), http.Request.Headers);
        int middle = _raw.Length;
        if (answered)
        {
            RawMessage.WriteHead(_raw, StatusLine(http.Response.StatusCode), http.Response.Headers);
        }

        JournalEntry entry = new()
        {
            Time = _time,
            RealTime = _realTime,
            Duration = _workspace.RealTime.GetElapsedTime(_began),
            Path = http.Request.Path.Value ?? "",
            Port = http.Connection.LocalPort,
            Face = _call?.Face,
            Protocol = _call?.Protocol,
            Operation = _call?.OperationName,
            Kind = _call?.Kind ?? default,
            Target = _call?.CalledOn,
            Groups = _call?.Groups ?? [],
            SiteName = _call?.SiteName,
            Session = _call?.Session ?? _call?.StartedSession,
            Address = http.Connection.RemoteIpAddress?.ToString() ?? "",
            Failure = _outcome.Failure,
            Task = _call?.TaskOf(_outcome),
            Answered = answered,
            Status = http.Response.StatusCode,
            Client = http.Request.Headers.UserAgent.ToString(),
            Decisions = _call is { Decisions: { Count: > 0 } decisions } ? [.. decisions] : [],
            Facts = Facts,
            Raw = new RawExtent(0, _requestBody, _replyBody, middle - begin, _raw.Length - middle),
        };
        _workspace.Journal.Add(entry, _raw.Written.Span, this);
    }

    public void Dispose() => _raw.Dispose();

    private static string RequestLine(HttpContext http)
    {
        string target = http.Features.Get<IHttpRequestFeature>() is { RawTarget.Length: > 0 } request ? request.RawTarget : http.Request.Path;
        return $"{http.Request.Method} {target} {http.Request.Protocol}";
    }

    private static string StatusLine(int status) => $"HTTP/1.1 {status} {ReasonPhrases.GetReasonPhrase(status)}";
}
