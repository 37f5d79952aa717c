using Microsoft.AspNetCore.Http;
using VasaSim.Core;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Rest;
using VasaSim.Server.Faces.Srm.Operations;
using VasaSim.Server.Faces.Srm.Wire;
using VasaSim.Server.Workspaces;
using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Srm;

/// <summary>Takes the calls of Site Recovery Manager at one of two paired sites, in two versions that share sessions.</summary>
internal sealed class SrmFace(SrmScope scope, CallPipeline pipeline, Workspace workspace, MessageLimits limits)
    : RestFace<SrmOperation, SrmVersion>(pipeline, limits)
{
    /// <summary>Where all of it is.</summary>
    public const string Root = "/api/rest/srm";

    private readonly ServedVersion[] _versions = [.. Enum.GetValues<SrmVersion>().Select(v => new ServedVersion(v))];
    private long _failures;

    /// <summary>The path of a version.</summary>
    public static string PathOf(SrmVersion version) => $"{Root}/v{(int)version}";

    /// <summary>Answers a request; null when its path is none of a version's.</summary>
    public Task? TryServe(HttpContext http)
    {
        string path = http.Request.Path.Value!;
        return Array.Find(_versions, v => path.StartsWith(v.Path + "/", StringComparison.Ordinal)) is { } served
            ? ServeAsync(http, path[served.Path.Length..], served.Routes, served.Description, served.Version)
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

    /// <inheritdoc/>
    protected override RestCall<SrmOperation> CallOf(RestRequest<SrmOperation> request) => new SrmCall(request, scope, workspace);

    /// <inheritdoc/>
    protected override Failure Refusal(int status, string message) => status == StatusCodes.Status413PayloadTooLarge
        ? SrmFailure.Of(SrmFault.InvalidArgument, message)
        : new SrmFailure(status, SrmFault.NotFound.Name, message);

    /// <inheritdoc/>
    protected override RestAnswer ErrorOf(Failure failure, SrmVersion form)
    {
        SrmFailure error = (SrmFailure)failure;
        return SrmFault.HasBody(error.Status)
            ? new(error.Status, ContentType, new ResponseError(error.Code, error.Message, NewId()), SrmJson.Newest.ResponseError)
            : new(error.Status, ContentType, null, null);
    }

    /// <inheritdoc/>
    protected override RestAnswer SuccessOf(RestCall<SrmOperation> call, object? value, SrmVersion form, IHeaderDictionary headers) =>
        new(call.Operation.Status, ContentType, value, call.Operation.Answer is { } answer ? SrmJson.InVersion(answer, form) : null);

    // The same requests in the same order have the same ids.
    private string NewId() => DerivedId.Guid($"{scope.Seed}|srm-operation|{scope.Here.Name}|{Interlocked.Increment(ref _failures)}").ToString();

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
