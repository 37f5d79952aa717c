using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>Whether the process lives, and whether clients can use it.</summary>
internal sealed class HealthResource(Workspace workspace)
{
    public static ValueTask<Reply> LiveAsync(HttpContext http) => new(Reply.Ok(new HealthReport("live"), ControlJson.Readable.HealthReport));

    public ValueTask<Reply> ReadyAsync(HttpContext http) => new(workspace.Failure is { } failure
        ? Reply.Failed(new Problem
        {
            Title = ReasonPhrases.GetReasonPhrase(StatusCodes.Status503ServiceUnavailable),
            Status = StatusCodes.Status503ServiceUnavailable,
            Detail = "The simulator cannot be used any more; repair what is named and start it again.",
            Parts = [new NotReadyPart("store", failure.Message)],
        })
        : Reply.Ok(new HealthReport("ready"), ControlJson.Readable.HealthReport));
}
