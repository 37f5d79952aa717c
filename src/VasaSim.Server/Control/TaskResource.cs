using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VasaSim.Core;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Faults;
using VasaSim.Core.Tasks;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>The tasks of the service, and what a tester does to them.</summary>
internal sealed class TaskResource(Workspace workspace)
{
    // A task that is a million times slower ends in weeks; more is what a hold is for.
    private const double MaxFactor = 1_000_000;

    private delegate TaskAnswer Order(World world, ServiceTask task);

    public async ValueTask<Reply> ListAsync(HttpContext http) => Reply.Ok(
        await workspace.RunAsync(static world => new TaskList([.. TaskQueries.All(world).Select(t => TaskReport.Of(world, t))])),
        ControlJson.Readable.TaskList);

    public ValueTask<Reply> ShowAsync(HttpContext http) => workspace.RunAsync(IdOf(http), static (world, id) =>
        world.FindTask(id) is { } task ? Answer(world, task) : Unknown(world, id));

    public ValueTask<Reply> HoldAsync(HttpContext http) => OrderAsync(http, static (body, _) =>
    {
        int? at = Percent(body, "at");
        TimeSpan? length = body.Duration("for");
        return (world, task) => TaskControl.Hold(world, task, at, length);
    });

    public ValueTask<Reply> ReleaseAsync(HttpContext http) => OrderAsync(http, static (_, _) => TaskControl.Release);

    public ValueTask<Reply> StepAsync(HttpContext http) => OrderAsync(http, static (body, _) =>
    {
        int to = Percent(body, "to") ?? 0;
        body.Require("to", "a whole number from 0 to 99");
        return (world, task) => TaskControl.Step(world, task, to);
    });

    public ValueTask<Reply> SlowAsync(HttpContext http) => OrderAsync(http, static (body, _) =>
    {
        double factor = body.Positive("factor", MaxFactor) ?? 1;
        body.Require("factor", $"a number above 0, up to {MaxFactor:0}");
        return (world, task) => TaskControl.Slow(world, task, factor);
    });

    public ValueTask<Reply> FailAsync(HttpContext http) => OrderAsync(http, static (body, failing) =>
    {
        ForeignFault? fault = failing is CloudTask ? ErrorReader.Read(body, "fault") : FaultReader.Read(body, "fault");
        body.Require("fault", failing is CloudTask ? ErrorReader.Legal : FaultReader.Legal);
        int? at = Percent(body, "at");
        return (world, task) => TaskControl.Fail(world, task, fault!, at);
    });

    public ValueTask<Reply> CompleteAsync(HttpContext http) => OrderAsync(http, static (_, _) => TaskControl.Complete);

    public ValueTask<Reply> ForgetAsync(HttpContext http) => OrderAsync(http, static (_, _) => TaskControl.Forget);

    // What is legal depends on the task.
    private async ValueTask<Reply> OrderAsync(HttpContext http, Func<JsonBody, ServiceTask, Order> read)
    {
        (JsonBody? body, Reply? refusal) = await RequestBody.ReadAsync(http);
        if (body is null)
        {
            return refusal!;
        }

        return await workspace.RunAsync((Id: IdOf(http), Read: read, Body: body), static (world, s) =>
        {
            if (world.FindTask(s.Id) is not { } task)
            {
                return Unknown(world, s.Id);
            }

            Order order = s.Read(s.Body, task);
            s.Body.Close();
            if (s.Body.Problems.Count > 0)
            {
                return Reply.Invalid(s.Body.Problems);
            }

            TaskAnswer answer = order(world, task);
            return answer.Refusal is { } refused ? Refused(world, task, refused) : Answer(world, answer.Task);
        });
    }

    private static int? Percent(JsonBody body, string key) => (int?)body.Whole(key, 0, 99);

    private static string IdOf(HttpContext http) => (string)http.GetRouteValue("id")!;

    private static Reply Unknown(World world, string id) =>
        Reply.NotFound($"There is no task '{id}'; these run.", TaskQueries.All(world).Where(t => t.IsRunning).Select(t => t.Id));

    private static Reply Refused(World world, ServiceTask task, TaskRefusal refusal) => Reply.Failed(StatusCodes.Status409Conflict, refusal switch
    {
        TaskRefusal.Ended => $"The task {task.Id} has ended.",
        TaskRefusal.Passed => $"The task {task.Id} is beyond that already, at {task.ProgressAt(world.Now) ?? 0} percent.",
        TaskRefusal.NotHeld => $"The task {task.Id} is not held.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });

    private static Reply Answer(World world, ServiceTask task) =>
        Reply.Ok(TaskReport.Of(world, task), ControlJson.Readable.TaskReport);
}
