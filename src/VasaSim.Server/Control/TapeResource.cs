using System.Text;
using Microsoft.AspNetCore.Http;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>The rules in force and all that they decided, to be made again by a later run.</summary>
internal sealed class TapeResource(Workspace workspace)
{
    /// <summary>Answers line by line: a tape can be longer than what is kept in memory of an answer.</summary>
    public async Task AnswerAsync(HttpContext http)
    {
        http.Response.ContentType = TapeText.ContentType;
        http.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsHead(http.Request.Method))
        {
            return;
        }

        await using StreamWriter writer = new(http.Response.Body, new UTF8Encoding(false), leaveOpen: true);
        foreach (string line in TapeText.LinesOf(workspace.Rules.ToTape()))
        {
            await writer.WriteAsync($"{line}\n".AsMemory(), http.RequestAborted);
        }
    }
}
