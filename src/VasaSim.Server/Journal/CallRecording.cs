using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using VasaSim.Server.Calls;
using VasaSim.Server.Workspaces;
using VasaSim.Vmodl;

namespace VasaSim.Server.Journal;

/// <summary>
/// Gathers what the journal keeps of one request, on its way: only bytes are copied and references kept. Belongs to the
/// request; whoever handles it finds the recording at its context. What else is to be known of a call later, such as what
/// was decided about it on its way, is handed in here and put into the entry at the end.
/// </summary>
internal sealed class CallRecording
{
    private readonly Workspace _workspace;
    private readonly long _began;
    private readonly DateTimeOffset _realTime;
    private readonly DateTimeOffset _time;
    private readonly string _requestLine;
    private readonly KeyValuePair<string, StringValues>[] _requestHeaders;
    private byte[] _request = [];
    private byte[] _reply = [];
    private Call? _call;
    private Outcome _outcome;

    public CallRecording(HttpContext http, Workspace workspace)
    {
        _workspace = workspace;
        _began = workspace.RealTime.GetTimestamp();
        _realTime = workspace.RealTime.GetUtcNow();
        _time = workspace.TimeAt(_realTime);
        string target = http.Features.Get<IHttpRequestFeature>() is { RawTarget.Length: > 0 } request ? request.RawTarget : http.Request.Path;
        _requestLine = $"{http.Request.Method} {target} {http.Request.Protocol}";
        _requestHeaders = RawMessage.Copy(http.Request.Headers);
        http.Features.Set(this);
    }

    /// <summary>The recording of a request; null when the journal is off.</summary>
    public static CallRecording? Of(HttpContext http) => http.Features.Get<CallRecording>();

    /// <summary>Keeps the request's body.</summary>
    public void TakeRequest(ReadOnlySequence<byte> body) => _request = body.ToArray();

    /// <summary>Keeps the reply's body.</summary>
    public void TakeReply(ReadOnlySpan<byte> body) => _reply = body.ToArray();

    /// <summary>Notes what the request was read as, and what came of it.</summary>
    public void Answered(Call call, Outcome outcome) => (_call, _outcome) = (call, outcome);

    /// <summary>Notes the fault that is answered.</summary>
    public void Failed(Outcome outcome) => _outcome = outcome;

    /// <summary>Puts the request into the journal.</summary>
    /// <param name="http">The request, with its answer.</param>
    /// <param name="finished">Whether its handling came to an end, or broke off.</param>
    public void End(HttpContext http, bool finished)
    {
        bool answered = finished && (http.Response.HasStarted || !http.RequestAborted.IsCancellationRequested);
        _workspace.Journal.Add(new JournalEntry
        {
            Time = _time,
            RealTime = _realTime,
            Duration = _workspace.RealTime.GetElapsedTime(_began),
            Service = _call?.Service.Contract,
            Protocol = _call?.Protocol,
            Operation = _call?.Method,
            Target = _call?.Target,
            Groups = CallGroups.Of(_call?.Request),
            Session = _call?.Session ?? _call?.StartedSession,
            Address = http.Connection.RemoteIpAddress?.ToString() ?? "",
            Fault = _outcome.Fault,
            Message = _outcome.Message,
            Task = _outcome.Value is ManagedObjectReference { Type: "SmsTask" } task ? task.Value : null,
            Answered = answered,
            Status = http.Response.StatusCode,
            Request = new RawMessage(_requestLine, _requestHeaders, _request),
            Reply = answered
                ? new RawMessage(StatusLine(http.Response.StatusCode), RawMessage.Copy(http.Response.Headers), _reply)
                : null,
        });
    }

    private static string StatusLine(int status) => $"HTTP/1.1 {status} {ReasonPhrases.GetReasonPhrase(status)}";
}
