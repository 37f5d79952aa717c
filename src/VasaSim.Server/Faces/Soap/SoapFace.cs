using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using VasaSim.Server.Calls;
using VasaSim.Server.Workspaces;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Soap;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Soap;

/// <summary>Takes SOAP calls of one service over HTTP. A fault is HTTP 500, as clients insist on.</summary>
public sealed class SoapFace(VmodlService service, CallPipeline pipeline, Workspace workspace, SoapLimits limits, bool secureCookies)
{
    private const string ContentType = "text/xml; charset=utf-8";
    private readonly SoapReaderPool _readers = new(limits);
    private readonly ApiVersion _newest = ApiVersion.Parse(workspace.Knobs.ApiVersion);

    /// <summary>Answers one POST.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        ApiVersion version = CallerVersion.Of(http.Request.Headers["SOAPAction"].ToString(), _newest);
        using ResponseBuffer buffer = new();
        if (await ReadAsync(http) is not { } request)
        {
            http.Response.Headers.Connection = "close";
            await FailAsync(http, buffer, new InvalidRequest(), $"The request is larger than {limits.MaxBodyBytes} bytes.", version);
            return;
        }

        if (request.Error is { } error)
        {
            await FailAsync(http, buffer, error, request.ErrorText ?? "The request cannot be read.", version);
            return;
        }

        Call call = MakeCall(http, request, version);
        Outcome outcome = await pipeline.InvokeAsync(call);
        if (outcome.Fault is { } fault)
        {
            await FailAsync(http, buffer, fault, outcome.Message!, version);
            return;
        }

        if (call.StartedSession is { } session)
        {
            SessionCookie.Set(http.Response, session.Id, secureCookies);
        }

        SoapResponseWriter.WriteResult(buffer, call.Operation!, outcome.Value, version);
        await SendAsync(http, buffer, StatusCodes.Status200OK);
    }

    private async ValueTask<SoapRequest?> ReadAsync(HttpContext http)
    {
        PipeReader body = http.Request.BodyReader;
        long? announced = http.Request.ContentLength;
        while (announced is null or 0 || announced <= limits.MaxBodyBytes)
        {
            ReadResult read = await body.ReadAsync(http.RequestAborted);
            if (read.Buffer.Length > limits.MaxBodyBytes)
            {
                body.AdvanceTo(read.Buffer.End);
                break;
            }

            if (read.IsCompleted)
            {
                SoapRequest request = _readers.Read(read.Buffer, http.Request.ContentType, service.Contract);
                body.AdvanceTo(read.Buffer.End);
                return request;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }

        return null;
    }

    private Call MakeCall(HttpContext http, SoapRequest request, ApiVersion version) => new()
    {
        Service = service,
        Workspace = workspace,
        Protocol = "soap",
        Method = request.BodyElement!,
        Operation = request.Operation,
        Target = request.This!,
        Request = request.Request,
        InvalidArgument = request.InvalidArgument,
        Version = version,
        SessionId = service.SessionIdOf(request.SessionCookie, SessionCookie.Get(http.Request), workspace.Knobs),
        UserAgent = http.Request.Headers.UserAgent.ToString(),
        ClientAddress = http.Connection.RemoteIpAddress?.ToString() ?? "",
        Aborted = http.RequestAborted,
    };

    private Task FailAsync(HttpContext http, ResponseBuffer buffer, MethodFault fault, string message, ApiVersion version)
    {
        SoapResponseWriter.WriteFault(buffer, service.Contract, fault, message, version);
        return SendAsync(http, buffer, StatusCodes.Status500InternalServerError);
    }

    private static async Task SendAsync(HttpContext http, ResponseBuffer buffer, int status)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = ContentType;
        http.Response.ContentLength = buffer.Length;
        await http.Response.BodyWriter.WriteAsync(buffer.Written, http.RequestAborted);
    }
}
