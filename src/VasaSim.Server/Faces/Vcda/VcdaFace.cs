using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Rest;
using VasaSim.Server.Faces.Vcda.Access;
using VasaSim.Server.Faces.Vcda.Operations;
using VasaSim.Server.Faces.Vcda.Wire;
using VasaSim.Server.Injection;
using VasaSim.Server.Journal;
using VasaSim.Server.Workspaces;
using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Vcda;

/// <summary>Takes the calls of the API for cloud replications: JSON over HTTP, of which every error is an ApiError.</summary>
internal sealed class VcdaFace(VcdaScope scope, CallPipeline pipeline, Workspace workspace, MessageLimits limits)
{
    private readonly RestRoutes<VcdaOperation> _routes = new(VcdaOperations.All);
    private readonly VcdaDescription _description = new(VcdaOperations.All);

    /// <summary>Answers a request.</summary>
    public async Task ServeAsync(HttpContext http)
    {
        using ResponseBuffer buffer = new();
        string path = http.Request.Path.Value!;
        if (MediaTypes.Choose(http.Request.Headers.Accept) is not { } media)
        {
            await FailAsync(http, buffer, new Negotiated(null), VcdaFailure.Of(
                ErrorCode.NotAcceptable,
                $"None of the accepted media types is served; these are: application/json, and {MediaTypes.Of(H4Version.Newest)} and those of older versions."));
        }
        else if (path == VcdaDescription.Path && HttpMethods.IsGet(http.Request.Method))
        {
            buffer.Write(_description.Document);
            await buffer.SendAsync(http, StatusCodes.Status200OK, "application/json");
        }
        else if (_routes.Find(path) is not { } route)
        {
            await FailAsync(http, buffer, media, VcdaFailure.Of(ErrorCode.NotFound, $"There is nothing at '{path}'."));
        }
        else if (route.Operations.FirstOrDefault(o => o.Method == http.Request.Method) is not { } operation)
        {
            string[] methods = [.. route.Operations.Select(o => o.Method)];
            http.Response.Headers.Allow = string.Join(", ", methods);
            await FailAsync(http, buffer, media, VcdaFailure.Of(
                ErrorCode.MethodNotAllowed, $"'{path}' has no {http.Request.Method}; it has {string.Join(", ", methods)}."));
        }
        else
        {
            await AnswerAsync(http, buffer, media, operation, route.Values);
        }
    }

    private async Task AnswerAsync(
        HttpContext http, ResponseBuffer buffer, Negotiated media, VcdaOperation operation, IReadOnlyDictionary<string, string> path)
    {
        if (await LimitedBody.ReadAsync(http, limits, bytes => ReadBody.Of(operation, bytes)) is not { } body)
        {
            await FailAsync(http, buffer, media, VcdaFailure.Of(ErrorCode.PayloadTooLarge, LimitedBody.TooLarge(limits)));
            return;
        }

        VcdaCall call = new()
        {
            Operation = operation,
            OperationName = operation.Id,
            Scope = scope,
            Workspace = workspace,
            Protocol = "rest",
            Path = path,
            Query = new RestQuery(http.Request.Query),
            Body = body,
            SessionId = SessionToken.IdOf(http.Request.Headers[VcdaSession.TokenHeader]),
            Headers = http.Request.Headers,
            UserAgent = http.Request.Headers.UserAgent.ToString(),
            ClientAddress = http.Connection.RemoteIpAddress?.ToString() ?? "",
            Aborted = http.RequestAborted,
            Recording = CallRecording.Of(http),
        };
        Outcome outcome = await pipeline.InvokeAsync(call);
        if (outcome.Wire is { } wire)
        {
            await Breaking.EndAsync(http, wire);
        }
        else if (outcome.Failure is VcdaFailure failure)
        {
            await FailAsync(http, buffer, media, failure, call);
        }
        else if (operation.Answer is { } answer)
        {
            if (call.StartedSession is { } session)
            {
                http.Response.Headers[VcdaSession.TokenHeader] = SessionToken.Of(session.Id);
            }

            await SendAsync(http, buffer, operation.Status, media.Success, outcome.Value!, answer.Type, media.Version, call);
        }
        else
        {
            http.Response.StatusCode = operation.Status;
        }
    }

    private static Task FailAsync(HttpContext http, ResponseBuffer buffer, Negotiated media, VcdaFailure failure, VcdaCall? call = null)
    {
        CallRecording.Of(http)?.Failed(failure);
        return SendAsync(http, buffer, failure.Status, media.Error, failure.Error, typeof(ApiError), media.Version, call);
    }

    private static Task SendAsync(
        HttpContext http, ResponseBuffer buffer, int status, string contentType, object value, Type type, H4Version version, VcdaCall? call)
    {
        using (Utf8JsonWriter writer = new(buffer, VersionedJson.Writing))
        {
            VersionedJson.Write(writer, value, type, version);
        }

        return buffer.SendAsync(http, status, contentType, call);
    }
}
