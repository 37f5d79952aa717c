using Microsoft.AspNetCore.Http;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Vim;
using VasaSim.Server.Injection;
using VasaSim.Server.Journal;
using VasaSim.Server.Workspaces;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Json;
using VasaSim.Vmodl.Soap;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.ViJson;

/// <summary>
/// Takes VI JSON calls: methods of both services by POST, properties of vim objects by GET. A fault is HTTP 500 whatever
/// it is, since Go clients read it only there; a release that is not served is 404.
/// </summary>
internal sealed class ViJsonFace(IReadOnlyList<VmodlService> services, CallPipeline pipeline, Workspace workspace, MessageLimits limits, Releases releases)
{
    private const string ContentType = "application/json";
    private const string SessionHeader = "vmware-api-session-id";

    /// <summary>Answers a request of a VI JSON address; null when the path is none.</summary>
    public Task? TryServe(HttpContext http)
    {
        if (JsonAddress.Parse(http.Request.Path.Value!) is not { } address)
        {
            return null;
        }

        string[] verbs = address.Contract == Contracts.Vim ? [HttpMethods.Post, HttpMethods.Get] : [HttpMethods.Post];
        if (!verbs.Contains(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            http.Response.Headers.Allow = string.Join(", ", verbs);
            return Task.CompletedTask;
        }

        return releases.Find(address.Release) is { } version ? AnswerAsync(http, address, version) : UnknownReleaseAsync(http, address);
    }

    private async Task AnswerAsync(HttpContext http, JsonAddress address, ApiVersion version)
    {
        using ResponseBuffer buffer = new();
        if (HttpMethods.IsGet(http.Request.Method))
        {
            await ReadPropertyAsync(http, buffer, address, version);
            return;
        }

        OperationInfo? operation = address.Contract.FindOperation(address.Member) is { Undocumented: false } found ? found : null;
        JsonRequest? request = await LimitedBody.ReadAsync(
            http, limits, body => operation is null ? new JsonRequest() : JsonRequestReader.Read(body, operation, limits));
        if (request is null)
        {
            await FailAsync(http, buffer, new(new InvalidRequest(), LimitedBody.TooLarge(limits)), version);
            return;
        }

        if (request.Error is { } error)
        {
            await FailAsync(http, buffer, new(error, request.ErrorText!), version);
            return;
        }

        VmodlCall call = MakeCall(http, address, version, address.Member, operation, request.Request, request.InvalidArgument);
        Outcome outcome = await pipeline.InvokeAsync(call);
        if (outcome.Wire is { } wire)
        {
            await Breaking.EndAsync(http, wire);
            return;
        }

        if (outcome.Failure is VmodlFailure failure)
        {
            await FailAsync(http, buffer, failure, version, call: call);
            return;
        }

        if (call.StartedSession is { } session)
        {
            http.Response.Headers[SessionHeader] = session.Id;
        }

        JsonResponseWriter.WriteResult(buffer, operation!, outcome.Value, version);
        await SendAsync(http, buffer, call);
    }

    private async Task ReadPropertyAsync(HttpContext http, ResponseBuffer buffer, JsonAddress address, ApiVersion version)
    {
        VmodlCall call = MakeCall(http, address, version, "Fetch", FetchRequest.Method, new FetchRequest { Prop = address.Member }, null);
        Outcome outcome = await pipeline.InvokeAsync(call);
        if (outcome.Wire is { } wire)
        {
            await Breaking.EndAsync(http, wire);
            return;
        }

        MemberInfo? property = address.Contract.FindManagedObject(address.Target.Type)?.FindProperty(address.Member);
        if (outcome.Failure is null && property is null)
        {
            // Fetch also reads what is inside a property, and properties that only the object's own type has.
            outcome = VimFaults.Failed(VimFaults.InvalidProperty(address.Member));
        }

        if (outcome.Failure is VmodlFailure failure)
        {
            await FailAsync(http, buffer, failure, version, call: call);
            return;
        }

        JsonResponseWriter.WriteValue(buffer, property!.Type, outcome.Value is VmodlArray list ? list.Items : outcome.Value, version);
        await SendAsync(http, buffer, call);
    }

    private VmodlCall MakeCall(
        HttpContext http, JsonAddress address, ApiVersion version, string method, OperationInfo? operation, Request? request, string? invalidArgument) => new()
    {
        Service = services.First(s => s.Contract == address.Contract),
        Workspace = workspace,
        Protocol = "json",
        OperationName = method,
        Operation = operation,
        Target = address.Target,
        Request = request,
        InvalidArgument = invalidArgument,
        Version = version,
        SessionId = http.Request.Headers[SessionHeader],
        // The session is one of the whole API, so its absence is told the same way for both services.
        NoSession = static call => VimFaults.Failed(VimFaults.NotAuthenticated(call.Target, call.Operation?.Privilege)),
        Headers = http.Request.Headers,
        UserAgent = http.Request.Headers.UserAgent.ToString(),
        ClientAddress = http.Connection.RemoteIpAddress?.ToString() ?? "",
        Aborted = http.RequestAborted,
        Recording = CallRecording.Of(http),
    };

    private async Task UnknownReleaseAsync(HttpContext http, JsonAddress address)
    {
        using ResponseBuffer buffer = new();
        await FailAsync(
            http,
            buffer,
            new(new NotFound(), $"The release '{address.Release}' is not served; these are: {releases}."),
            ApiVersion.Newest,
            StatusCodes.Status404NotFound);
    }

    private static Task FailAsync(
        HttpContext http,
        ResponseBuffer buffer,
        VmodlFailure failure,
        ApiVersion version,
        int status = StatusCodes.Status500InternalServerError,
        VmodlCall? call = null)
    {
        CallRecording.Of(http)?.Failed(failure);
        JsonResponseWriter.WriteFault(buffer, failure.Fault, failure.Message, version);
        return buffer.SendAsync(http, status, ContentType, call);
    }

    private static Task SendAsync(HttpContext http, ResponseBuffer buffer, VmodlCall call)
    {
        if (buffer.Length > 0)
        {
            return buffer.SendAsync(http, StatusCodes.Status200OK, ContentType, call);
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
