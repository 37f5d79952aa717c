using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace VasaSim.Server.Control;

/// <summary>An answer of the control API.</summary>
internal sealed record Reply(int Status, string ContentType, byte[] Body)
{
    public static Reply Ok<T>(T value, JsonTypeInfo<T> type) =>
        new(StatusCodes.Status200OK, "application/json", JsonSerializer.SerializeToUtf8Bytes(value, type));

    public static Reply Failed(int status, string detail, IEnumerable<string>? legal = null) => Failed(new Problem
    {
        Title = ReasonPhrases.GetReasonPhrase(status),
        Status = status,
        Detail = detail,
        Legal = legal is null ? null : [.. legal],
    });

    public static Reply Failed(Problem problem) =>
        new(problem.Status, "application/problem+json", JsonSerializer.SerializeToUtf8Bytes(problem, ControlJson.Readable.Problem));

    public static Reply NotFound(string detail, IEnumerable<string> legal) => Failed(StatusCodes.Status404NotFound, detail, legal);

    /// <summary>What is asked for does not go with what is there now.</summary>
    public static Reply Conflict(string detail, IEnumerable<string>? legal = null) => Failed(StatusCodes.Status409Conflict, detail, legal);

    public static Reply Invalid(IReadOnlyList<ProblemItem> errors) => Failed(new Problem
    {
        Title = ReasonPhrases.GetReasonPhrase(StatusCodes.Status400BadRequest),
        Status = StatusCodes.Status400BadRequest,
        Detail = $"The request has {(errors.Count == 1 ? "an error" : $"{errors.Count} errors")}; nothing was changed.",
        Errors = errors,
    });

    public Task WriteAsync(HttpContext http)
    {
        http.Response.StatusCode = Status;
        http.Response.ContentType = ContentType;
        http.Response.ContentLength = Body.Length;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : http.Response.Body.WriteAsync(Body, http.RequestAborted).AsTask();
    }
}
