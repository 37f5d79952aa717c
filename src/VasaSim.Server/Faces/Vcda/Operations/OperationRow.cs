using System.Text.Json.Serialization.Metadata;
using VasaSim.Core;
using VasaSim.Faults.Rules;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Vcda.Wire;

namespace VasaSim.Server.Faces.Vcda.Operations;

/// <summary>The kinds of rows that the table of operations has.</summary>
internal static class OperationRow
{
    private static readonly ErrorCode[] _always =
        [ErrorCode.BadRequest, ErrorCode.NotAuthenticated, ErrorCode.NotAcceptable, ErrorCode.GeneralServerFailure];

    private static readonly ErrorCode[] _atSite = [.. _always, ErrorCode.RemoteAuthenticationFailure, ErrorCode.SiteNotFound, ErrorCode.Forbidden];

    /// <summary>A question that is about a site: the one that answers, or the one that the query names.</summary>
    public static VcdaOperation Ask(string id, string path, string summary, JsonTypeInfo answer, Func<VcdaCall, World, Outcome> handler) => new()
    {
        Id = id,
        Summary = summary,
        Method = "GET",
        Path = path,
        Kind = OperationKind.Query,
        Query = [Parameters.Site],
        Answer = answer,
        Errors = _atSite,
        Handler = handler,
    };

    /// <summary>A question about one of the sites' services alone.</summary>
    public static VcdaOperation AskHere(string id, string path, string summary, JsonTypeInfo answer, Func<VcdaCall, World, Outcome> handler) =>
        Ask(id, path, summary, answer, handler) with { Query = [], Errors = _always };

    /// <summary>What begins, changes or ends a session.</summary>
    public static VcdaOperation Session(string id, string method, string path, string summary, Func<VcdaCall, World, Outcome> handler) => new()
    {
        Id = id,
        Summary = summary,
        Method = method,
        Path = path,
        Kind = OperationKind.Session,
        Errors = [.. _always, ErrorCode.PayloadTooLarge],
        Handler = handler,
    };

    /// <summary>What starts a task.</summary>
    public static VcdaOperation Begin(string id, string method, string path, string summary, Func<VcdaCall, World, Outcome> handler) => new()
    {
        Id = id,
        Summary = summary,
        Method = method,
        Path = path,
        Kind = OperationKind.Task,
        Query = [Parameters.Site],
        Answer = VcdaJson.Newest.TaskInfo,
        Status = 202,
        Errors = [.. _atSite, ErrorCode.PayloadTooLarge],
        Handler = handler,
    };

    /// <summary>The row with a body.</summary>
    public static VcdaOperation Taking(this VcdaOperation row, JsonTypeInfo body) => row with { Body = body };

    /// <summary>The row with more errors.</summary>
    public static VcdaOperation Or(this VcdaOperation row, params IEnumerable<ErrorCode> errors) => row with { Errors = [.. row.Errors, .. errors] };
}
