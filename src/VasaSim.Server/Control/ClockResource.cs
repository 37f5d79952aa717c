using Microsoft.AspNetCore.Http;
using VasaSim.Configuration.Texts;
using VasaSim.Core.Time;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>The simulated clock: look at it, stop it, let it go, move it on.</summary>
internal sealed class ClockResource(Workspace workspace)
{
    // Far from the last year that a time can have, as a running clock goes on from there.
    private static readonly DateTimeOffset _end = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public async ValueTask<Reply> ShowAsync(HttpContext http) =>
        Answer(await workspace.RunAsync(static world => (world.Clock, world.Now)));

    public async ValueTask<Reply> FreezeAsync(HttpContext http)
    {
        (JsonBody? body, Reply? refusal) = await RequestBody.ReadAsync(http);
        body?.Close();
        return refusal ?? (body!.Problems.Count > 0
            ? Reply.Invalid(body.Problems)
            : Answer(await workspace.SetClockAsync(static clock => clock with { IsFrozen = true })));
    }

    public async ValueTask<Reply> ResumeAsync(HttpContext http)
    {
        (JsonBody? body, Reply? refusal) = await RequestBody.ReadAsync(http);
        if (body is null)
        {
            return refusal!;
        }

        double? scale = body.Positive("scale", ClockMode.MaxScale);
        body.Close();
        return body.Problems.Count > 0
            ? Reply.Invalid(body.Problems)
            : Answer(await workspace.SetClockAsync(clock => clock with { IsFrozen = false, Scale = scale ?? clock.Scale }));
    }

    public async ValueTask<Reply> AdvanceAsync(HttpContext http)
    {
        (JsonBody? body, Reply? refusal) = await RequestBody.ReadAsync(http);
        if (body is null)
        {
            return refusal!;
        }

        TimeSpan? by = body.Duration("by");
        body.Require("by", Configuration.Texts.DurationText.Legal);
        body.Close();
        if (body.Problems.Count > 0)
        {
            return Reply.Invalid(body.Problems);
        }

        bool tooFar = false;
        (ClockState Clock, DateTimeOffset Now) result = await workspace.SetClockAsync(clock =>
        {
            tooFar = clock.Anchor > _end || _end - clock.Anchor < by!.Value;
            return tooFar ? clock : clock with { Anchor = clock.Anchor + by!.Value };
        });
        return tooFar
            ? Reply.Invalid([new ProblemItem("/by", "simulated time does not go that far", "a time before the year 9000")])
            : Answer(result);
    }

    private static Reply Answer((ClockState Clock, DateTimeOffset Now) clock) =>
        Reply.Ok(ClockReport.Of(clock.Clock, clock.Now), ControlJson.Readable.ClockReport);
}
