using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using VasaSim.Core.Storage;
using VasaSim.Server.Journal;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>What happens, as server-sent events (WHATWG HTML, 9.2), until the client goes away or the simulator stops.</summary>
internal sealed class EventStream(Workspace workspace, CancellationToken stopping)
{
    private static readonly TimeSpan _betweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>Answers a request; ends with the stream.</summary>
    public async Task AnswerAsync(HttpContext http)
    {
        ControlRequest request = ControlRequest.WithoutBody(http);
        CallMatch match = CallQuery.MatchOf(request.Query);
        if (request.Close() is { } refusal)
        {
            await refusal.WriteAsync(http);
            return;
        }

        if (http.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
        {
            // A reader that pauses, as in a debugger, loses events but not the stream.
            rate.MinDataRate = null;
        }

        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsHead(http.Request.Method))
        {
            return;
        }

        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        Task looking = KeepLookingAsync(end.Token);
        try
        {
            await WriteAsync(http.Response, match, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // As a stream should end.
        }
        catch (StoreException)
        {
            // Whoever asks whether the simulator is ready is told; there is nothing more to tell of here.
        }
        finally
        {
            await end.CancelAsync();
            await looking;
        }
    }

    // What comes with time alone, such as the next call of a plan's run, is to be told though nobody else looks at the world.
    private async Task KeepLookingAsync(CancellationToken end)
    {
        using PeriodicTimer timer = new(_betweenLooks, workspace.RealTime);
        try
        {
            while (await timer.WaitForNextTickAsync(end))
            {
                await workspace.RunAsync(static _ => true);
            }
        }
        catch (OperationCanceledException)
        {
            // The stream has ended.
        }
        catch (StoreException)
        {
            // As above.
        }
    }

    private async Task WriteAsync(HttpResponse response, CallMatch match, CancellationToken end)
    {
        using EventSubscription subscription = workspace.Events.Subscribe();
        long last = workspace.Journal.Read().Last;
        await WriteAsync("begin", null, new BeginReport(last), ControlJson.OneLine.BeginReport);
        await response.Body.FlushAsync(end);
        await foreach (SimulatorEvent happened in subscription.Reader.ReadAllAsync(end))
        {
            if (subscription.TakeLost() is > 0 and var lost)
            {
                await WriteAsync("lost", null, new LostReport(lost), ControlJson.OneLine.LostReport);
            }

            switch (happened)
            {
                case CallEvent { Entry: var entry } when entry.Number > last && match.Matches(entry):
                    CallReport report = await workspace.RunAsync(world => CallReport.Of(entry, world, new SecretMask(workspace.Sessions, entry)));
                    await WriteAsync("call", entry.Number, report, ControlJson.OneLine.CallReport);
                    break;
                case ControlEvent c:
                    await WriteAsync("control", null, new ControlChangeReport(c.Time, c.Method, c.Path, c.Status), ControlJson.OneLine.ControlChangeReport);
                    break;
                case RuleFileEvent { Report: var file } r:
                    await WriteAsync("rules", null, new RuleChangeReport(r.Time, file.File!, file.Count, file.Problems), ControlJson.OneLine.RuleChangeReport);
                    break;
            }

            if (subscription.Reader.Count == 0)
            {
                await response.Body.FlushAsync(end);
            }
        }

        async Task WriteAsync<T>(string name, long? id, T data, JsonTypeInfo<T> type)
        {
            string idLine = id is { } number ? string.Create(CultureInfo.InvariantCulture, $"id: {number}\n") : "";
            string text = $"event: {name}\n{idLine}data: {JsonSerializer.Serialize(data, type)}\n\n";
            await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), end);
        }
    }
}
