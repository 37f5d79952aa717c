using Microsoft.AspNetCore.Http;
using VasaSim.Server.Calls;
using VasaSim.Server.Injection;
using VasaSim.Server.Journal;
using VasaSim.Server.Workspaces;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Soap;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Soap;

/// <summary>Takes SOAP calls of one service over HTTP. A fault is HTTP 500, as clients insist on.</summary>
public sealed class SoapFace(VmodlService service, CallPipeline pipeline, Workspace workspace, MessageLimits limits, bool secureCookies)
{
    private const string ContentType = "text/xml; charset=utf-8";
    private readonly SoapReaderPool _readers = new(limits);
    private readonly ApiVersion _newest = ApiVersion.Parse(workspace.Knobs.ApiVersion);

    /// <summary>Answers one POST.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        ApiVersion version = CallerVersion.Of(http.Request.Headers["SOAPAction"].ToString(), _newest);
        using ResponseBuffer buffer = new();
        SoapRequest? request = await LimitedBody.ReadAsync(
            http, limits, body => _readers.Read(body, http.Request.ContentType, service.Contract));
        if (request is null)
        {
            await FailAsync(http, buffer, new(new InvalidRequest(), LimitedBody.TooLarge(limits)), version);
            return;
        }

        if (request.Error is { } error)
        {
            await FailAsync(http, buffer, new(error, request.ErrorText ?? "The request cannot be read."), version);
            return;
        }

        VmodlCall call = MakeCall(http, request, version);
        Outcome outcome = await pipeline.InvokeAsync(call);
        if (outcome.Wire is { } wire)
        {
            await Breaking.EndAsync(http, wire);
            return;
        }

        if (outcome.Failure is VmodlFailure failure)
        {
            await FailAsync(http, buffer, failure, version, call);
            return;
        }

        if (call.StartedSession is { } session)
        {
            SessionCookie.Set(http.Response, session.Id, secureCookies);
        }

        SoapResponseWriter.WriteResult(buffer, call.Operation!, outcome.Value, version);
        await buffer.SendAsync(http, StatusCodes.Status200OK, ContentType, call);
    }

    private VmodlCall MakeCall(HttpContext http, SoapRequest request, ApiVersion version) => new()
    {
        Service = service,
        Workspace = workspace,
        Protocol = "soap",
        OperationName = request.BodyElement!,
        Operation = request.Operation,
        Target = request.This!,
        Request = request.Request,
        InvalidArgument = request.InvalidArgument,
        Version = version,
        SessionId = service.SessionIdOf(request.SessionCookie, SessionCookie.Get(http.Request), workspace.Knobs),
        Headers = http.Request.Headers,
        UserAgent = http.Request.Headers.UserAgent.ToString(),
        ClientAddress = http.Connection.RemoteIpAddress?.ToString() ?? "",
        Aborted = http.RequestAborted,
        Recording = CallRecording.Of(http),
    };

    private Task FailAsync(HttpContext http, ResponseBuffer buffer, VmodlFailure failure, ApiVersion version, VmodlCall? call = null)
    {
        CallRecording.Of(http)?.Failed(failure);
        SoapResponseWriter.WriteFault(buffer, service.Contract, failure.Fault, failure.Message, version);
        return buffer.SendAsync(http, StatusCodes.Status500InternalServerError, ContentType, call);
    }
}
