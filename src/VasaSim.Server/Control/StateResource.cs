using Microsoft.AspNetCore.Http;
using VasaSim.Core;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>The state of the world as a whole.</summary>
internal sealed class StateResource(Workspace workspace, TimeProvider time)
{
    public async ValueTask<Reply> ResetAsync(HttpContext http)
    {
        (JsonBody? body, Reply? refusal) = await RequestBody.ReadAsync(http);
        if (body is null)
        {
            return refusal!;
        }

        body.Close();
        if (body.Problems.Count > 0)
        {
            return Reply.Invalid(body.Problems);
        }

        long begin = time.GetTimestamp();
        World before = await workspace.ResetAsync();
        TimeSpan took = time.GetElapsedTime(begin);
        ClockReport clock = await workspace.RunAsync(static world => ClockReport.Of(world.Clock, world.Now));
        return Reply.Ok(new ResetReport(before.GroupCount, before.TaskCount, (long)took.TotalMilliseconds, clock), ControlJson.Readable.ResetReport);
    }
}
