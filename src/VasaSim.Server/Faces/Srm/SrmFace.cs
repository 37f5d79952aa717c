using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using VasaSim.Core;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Rest;
using VasaSim.Server.Faces.Srm.Access;
using VasaSim.Server.Faces.Srm.Operations;
using VasaSim.Server.Faces.Srm.Wire;
using VasaSim.Server.Injection;
using VasaSim.Server.Journal;
using VasaSim.Server.Workspaces;
using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Srm;

/// <summary>Takes the calls of Site Recovery Manager at one of two paired sites: JSON over HTTP, in two versions that share sessions.</summary>
internal sealed class SrmFace(SrmScope scope, CallPipeline pipeline, Workspace workspace, MessageLimits limits)
{
    /// <summary>Where all of it is.</summary>
    public const string Root = "/api/rest/srm";

    /// <summary>What bodies are.</summary>
    public const string ContentType = "application/json";

    private readonly ServedVersion[] _versions = [.. Enum.GetValues<SrmVersion>().Select(v => new ServedVersion(v))];
    private long _failures;

    /// <summary>The path of a version.</summary>
    public static string PathOf(SrmVersion version) => $"{Root}/v{(int)version}";

    /// <summary>Answers a request; null when its path is none of a version's.</summary>
    public Task? TryServe(HttpContext http)
    {
        string path = http.Request.Path.Value!;
        return Array.Find(_versions, v => path.StartsWith(v.Path + "/", StringComparison.Ordinal)) is { } version
            ? ServeAsync(http, version, path[version.Path.Length..])
            : null;
    }

    /// <summary>Answers a request of a port that has nothing else.</summary>
    public Task ServeAsync(HttpContext http)
    {
        if (TryServe(http) is { } served)
        {
            return served;
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private async Task ServeAsync(HttpContext http, ServedVersion version, string path)
    {
        using ResponseBuffer buffer = new();
        if (path == SrmDescription.Path && HttpMethods.IsGet(http.Request.Method))
        {
            buffer.Write(version.Description.Document);
            await buffer.SendAsync(http, StatusCodes.Status200OK, ContentType);
        }
        else if (version.Routes.Find(path) is not { } route)
        {
            await FailAsync(http, buffer, SrmFailure.Of(SrmFault.NotFound, $"There is nothing at '{path}'."));
        }
        else if (route.Operations.FirstOrDefault(o => o.Method == http.Request.Method) is not { } operation)
        {
            http.Response.Headers.Allow = string.Join(", ", route.Operations.Select(o => o.Method));
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        }
        else
        {
            await AnswerAsync(http, buffer, version.Version, operation, route.Values);
        }
    }

    private async Task AnswerAsync(
        HttpContext http, ResponseBuffer buffer, SrmVersion version, SrmOperation operation, IReadOnlyDictionary<string, string> path)
    {
        if (await LimitedBody.ReadAsync(http, limits, bytes => ReadBody.Of(operation, bytes)) is not { } body)
        {
            await FailAsync(http, buffer, SrmFailure.Of(SrmFault.InvalidArgument, LimitedBody.TooLarge(limits)));
            return;
        }

        HttpRequest request = http.Request;
        SrmCall call = new()
        {
            Operation = operation,
            OperationName = operation.Id,
            Scope = scope,
            Workspace = workspace,
            Protocol = "rest",
            Path = path,
            Query = new RestQuery(request.Query),
            Body = body,
            Credentials = BasicCredentials.Read(request.Headers.Authorization),
            Url = $"{request.Scheme}://{request.Host}{request.Path.ToUriComponent()}",
            SessionId = SessionToken.IdOf(request.Headers[SrmSession.TokenHeader]),
            Headers = request.Headers,
            UserAgent = request.Headers.UserAgent.ToString(),
            ClientAddress = http.Connection.RemoteIpAddress?.ToString() ?? "",
            Aborted = http.RequestAborted,
            Recording = CallRecording.Of(http),
        };
        Outcome outcome = await pipeline.InvokeAsync(call);
        if (outcome.Wire is { } wire)
        {
            await Breaking.EndAsync(http, wire);
        }
        else if (outcome.Failure is SrmFailure failure)
        {
            await FailAsync(http, buffer, failure, call);
        }
        else if (operation.Answer is { } answer)
        {
            await SendAsync(http, buffer, operation.Status, outcome.Value!, SrmJson.InVersion(answer, version), call);
        }
        else
        {
            http.Response.StatusCode = operation.Status;
        }
    }

    private async Task FailAsync(HttpContext http, ResponseBuffer buffer, SrmFailure failure, SrmCall? call = null)
    {
        CallRecording.Of(http)?.Failed(failure);
        if (SrmFault.HasBody(failure.Status))
        {
            await SendAsync(http, buffer, failure.Status, new ResponseError(failure.Code, failure.Message, NewId()), SrmJson.Newest.ResponseError, call);
        }
        else
        {
            http.Response.StatusCode = failure.Status;
        }
    }

    // The same requests in the same order have the same ids.
    private string NewId() => DerivedId.Guid($"{scope.Seed}|srm-operation|{scope.Here.Name}|{Interlocked.Increment(ref _failures)}").ToString();

    private static Task SendAsync(HttpContext http, ResponseBuffer buffer, int status, object value, JsonTypeInfo type, SrmCall? call)
    {
        using (Utf8JsonWriter writer = new(buffer, SrmJson.Writing))
        {
            JsonSerializer.Serialize(writer, value, type);
        }

        return buffer.SendAsync(http, status, ContentType, call);
    }

    private sealed class ServedVersion
    {
        public ServedVersion(SrmVersion version)
        {
            SrmOperation[] operations = [.. SrmOperations.All.Where(o => o.Since <= version)];
            Version = version;
            Path = PathOf(version);
            Routes = new(operations);
            Description = new(operations, version);
        }

        public SrmVersion Version { get; }

        public string Path { get; }

        public RestRoutes<SrmOperation> Routes { get; }

        public SrmDescription Description { get; }
    }
}
