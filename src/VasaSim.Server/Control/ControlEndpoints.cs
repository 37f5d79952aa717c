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

/// <summary>Serves the control port: who may ask, and that every error is problem+json.</summary>
internal static class ControlEndpoints
{
    private const long MaxBodyBytes = 1024 * 1024;

    private static readonly string[] _reading = ["GET", "HEAD"];

    public static void Map(WebApplication application, Workspace workspace, SimulatorOptions options, ControlSurroundings surroundings)
    {
        ControlLog log = new(application.Services.GetRequiredService<ILogger<ControlLog>>());
        ControlAccess access = new(options.ControlToken);
        application.Use((http, next) => GuardAsync(http, next, access));
        List<ControlRoute> routes = [.. ControlRoutes.Of(workspace, options, surroundings, application.Lifetime.ApplicationStopping)];
        routes.Add(new ControlRoute("GET", ControlDescription.Path, "This description.", new ControlDescription(routes).ShowAsync) { Answer = ControlJson.Readable.JsonNode });
        foreach (ControlRoute route in routes)
        {
            application.MapMethods(
                route.Path,
                route.Method == "GET" ? _reading : [route.Method],
                route.Stream ?? (http => AnswerAsync(http, route.Handler!, log, workspace)));
        }
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

    private static async Task AnswerAsync(HttpContext http, Func<HttpContext, ValueTask<Reply>> handler, ControlLog log, Workspace workspace)
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
