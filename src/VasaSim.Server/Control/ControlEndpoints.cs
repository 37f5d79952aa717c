using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VasaSim.Core.Storage;
using VasaSim.Server.Hosting;
using VasaSim.Server.Journal;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>
/// The paths of the control port: health, what runs here, and what a tester changes of the world. Every error is
/// problem+json. To add a resource: a class with one method per verb, and its routes here and in
/// <c>docs/control-api.md</c>.
/// </summary>
internal static class ControlEndpoints
{
    private const long MaxBodyBytes = 1024 * 1024;

    private static readonly string[] _get = ["GET", "HEAD"];
    private static readonly string[] _post = ["POST"];
    private static readonly string[] _put = ["PUT"];
    private static readonly string[] _patch = ["PATCH"];
    private static readonly string[] _delete = ["DELETE"];

    private delegate ValueTask<Reply> Handler(HttpContext http);

    public static void Map(WebApplication application, Workspace workspace, SimulatorOptions options, ControlSurroundings surroundings)
    {
        ControlLog log = new(application.Services.GetRequiredService<ILogger<ControlLog>>());
        HealthResource health = new(workspace);
        InfoResource info = new(workspace, options, surroundings);
        StateResource state = new(workspace, surroundings.RealTime);
        ClockResource clock = new(workspace);
        LinkResource links = new(workspace);
        LunResource luns = new(workspace);
        EndpointResource endpoints = new(workspace);
        ProviderResource providers = new(workspace);
        JournalResource journal = new(workspace, surroundings);
        GroupResource groups = new(workspace);
        ReplicaResource replicas = new(workspace);
        SnapshotResource snapshots = new(workspace, SnapshotShelf.For(workspace, options.Workspace), surroundings.RealTime);
        RuleQuestions questions = new(workspace);
        RuleResource rules = new(workspace);
        EventStream events = new(workspace, application.Lifetime.ApplicationStopping);
        TaskResource tasks = new(workspace);

        ControlAccess access = new(options.ControlToken);
        application.Use((http, next) => GuardAsync(http, next, access));
        On(_get, "/_sim/health/live", HealthResource.LiveAsync);
        On(_get, "/_sim/health/ready", health.ReadyAsync);
        On(_get, "/_sim/info", info.ShowAsync);
        On(_get, "/_sim/ca.pem", info.CaAsync);
        On(_post, "/_sim/v1/state/reset", state.ResetAsync);
        On(_get, "/_sim/v1/clock", clock.ShowAsync);
        On(_post, "/_sim/v1/clock/freeze", clock.FreezeAsync);
        On(_post, "/_sim/v1/clock/resume", clock.ResumeAsync);
        On(_post, "/_sim/v1/clock/advance", clock.AdvanceAsync);
        On(_get, "/_sim/v1/links", links.ListAsync);
        On(_get, "/_sim/v1/links/{a}/{b}", links.ShowAsync);
        On(_patch, "/_sim/v1/links/{a}/{b}", links.ChangeAsync);
        On(_get, "/_sim/v1/endpoints", endpoints.ListAsync);
        On(_get, "/_sim/v1/endpoints/{id}", endpoints.ShowAsync);
        On(_patch, "/_sim/v1/endpoints/{id}", endpoints.ChangeAsync);
        On(_get, "/_sim/v1/luns", luns.ListAsync);
        On(_get, "/_sim/v1/luns/{id}", luns.ShowAsync);
        On(_patch, "/_sim/v1/luns/{id}", luns.ChangeAsync);
        On(_get, "/_sim/v1/providers", providers.ListAsync);
        On(_get, "/_sim/v1/providers/{id}", providers.ShowAsync);
        On(_patch, "/_sim/v1/providers/{id}", providers.ChangeAsync);
        On(_get, "/_sim/v1/journal", journal.ListAsync);
        On(_delete, "/_sim/v1/journal", journal.ClearAsync);
        On(_post, "/_sim/v1/journal/verify", journal.VerifyAsync);
        On(_get, "/_sim/v1/journal/{number}", journal.ShowAsync);
        On(_get, "/_sim/v1/groups", groups.ListAsync);
        On(_get, "/_sim/v1/groups/{faultDomain}/{id}", groups.ShowAsync);
        On(_patch, "/_sim/v1/groups/{faultDomain}/{id}", groups.ChangeAsync);
        On(_get, "/_sim/v1/groups/{faultDomain}/{id}/replicas", replicas.ListAsync);
        On(_post, "/_sim/v1/groups/{faultDomain}/{id}/replicas", replicas.MakeAsync);
        On(_delete, "/_sim/v1/groups/{faultDomain}/{id}/replicas/{replicaId}", replicas.ExpireAsync);
        On(_get, "/_sim/v1/snapshots", snapshots.ListAsync);
        On(_post, "/_sim/v1/snapshots", snapshots.MakeAsync);
        On(_delete, "/_sim/v1/snapshots/{name}", snapshots.ForgetAsync);
        On(_post, "/_sim/v1/snapshots/{name}/restore", snapshots.RestoreAsync);

        On(_get, "/_sim/v1/rules", rules.ListAsync);
        On(_put, "/_sim/v1/rules", rules.ReplaceAsync);
        On(_post, "/_sim/v1/rules", rules.AddAsync);
        On(_get, "/_sim/v1/rules/export", rules.ExportAsync);
        On(_post, "/_sim/v1/rules/validate", RuleResource.ValidateAsync);
        On(_post, "/_sim/v1/rules/explain", questions.ExplainAsync);
        On(_get, "/_sim/v1/rules/near-misses", questions.NearMissesAsync);
        On(_get, "/_sim/v1/coverage", questions.CoverageAsync);
        On(_get, "/_sim/v1/rules/{id}", rules.ShowAsync);
        On(_put, "/_sim/v1/rules/{id}", rules.PutAsync);
        On(_patch, "/_sim/v1/rules/{id}", rules.PatchAsync);
        On(_delete, "/_sim/v1/rules/{id}", rules.DeleteAsync);

        application.MapMethods("/_sim/v1/tape", _get, (RequestDelegate)new TapeResource(workspace).AnswerAsync);
        application.MapMethods("/_sim/v1/events", _get, (RequestDelegate)events.AnswerAsync);
        On(_get, "/_sim/v1/tasks", tasks.ListAsync);
        On(_get, "/_sim/v1/tasks/{id}", tasks.ShowAsync);
        On(_post, "/_sim/v1/tasks/{id}/hold", tasks.HoldAsync);
        On(_post, "/_sim/v1/tasks/{id}/release", tasks.ReleaseAsync);
        On(_post, "/_sim/v1/tasks/{id}/step", tasks.StepAsync);
        On(_post, "/_sim/v1/tasks/{id}/slow", tasks.SlowAsync);
        On(_post, "/_sim/v1/tasks/{id}/fail", tasks.FailAsync);
        On(_post, "/_sim/v1/tasks/{id}/complete", tasks.CompleteAsync);
        On(_post, "/_sim/v1/tasks/{id}/forget", tasks.ForgetAsync);

        void On(string[] methods, string path, Handler handler) =>
            application.MapMethods(path, methods, (RequestDelegate)(http => AnswerAsync(http, handler, log, workspace)));
    }

    private static async Task GuardAsync(HttpContext http, RequestDelegate next, ControlAccess access)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MaxBodyBytes;
        }

        if (access.Refuse(http) is { } refusal)
        {
            await refusal.WriteAsync(http);
            return;
        }

        await next(http);
        if (http.Response is { HasStarted: false, StatusCode: StatusCodes.Status404NotFound })
        {
            await Reply.Failed(StatusCodes.Status404NotFound, $"There is nothing at '{http.Request.Path}'; docs/control-api.md has the paths.").WriteAsync(http);
        }
        else if (http.Response is { HasStarted: false, StatusCode: StatusCodes.Status405MethodNotAllowed })
        {
            await Reply.Failed(
                StatusCodes.Status405MethodNotAllowed,
                $"'{http.Request.Path}' has no {http.Request.Method}; it has {http.Response.Headers.Allow}.").WriteAsync(http);
        }
    }

    private static async Task AnswerAsync(HttpContext http, Handler handler, ControlLog log, Workspace workspace)
    {
        Reply reply;
        try
        {
            reply = await handler(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (BadHttpRequestException e)
        {
            reply = Reply.Failed(e.StatusCode, e.Message);
        }
        catch (StoreException e)
        {
            log.StoreFailed(e.Message);
            reply = Reply.Failed(StatusCodes.Status503ServiceUnavailable, e.Message);
        }
#pragma warning disable CA1031 // The one place where a bug becomes an answer.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.Crashed(e, http.Request.Method, http.Request.Path);
            reply = Reply.Failed(StatusCodes.Status500InternalServerError, "The simulator failed inside; its log has the details.");
        }

        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            log.Changed(http.Request.Method, http.Request.Path, reply.Status);
            if (reply.Status < StatusCodes.Status400BadRequest)
            {
                workspace.Events.Publish(new ControlEvent(
                    workspace.TimeAt(workspace.RealTime.GetUtcNow()), http.Request.Method, http.Request.Path, reply.Status));
            }
        }

        await reply.WriteAsync(http);
    }
}
