using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using VasaSim.Core;
using VasaSim.Core.Tasks;
using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Control;

/// <summary>A client that starts a sync of one second, and a tester at the control port.</summary>
internal sealed class TaskStage : IAsyncDisposable
{
    private readonly Simulator _simulator;

    private TaskStage(Simulator simulator) => (_simulator, Client) = (simulator, SmsClient.LogIn(simulator));

    public SmsClient Client { get; }

    public static ManagedObjectReference Task { get; } = new("SmsTask", "smsTask-1");

    public static async Task<TaskStage> StartAsync()
    {
        TaskStage stage = new(await Simulator.StartAsync(o => o with { Workspace = o.Workspace with { InstantTasks = false } }));
        SyncReplicationGroupRequest sync = new() { GroupId = [SmsClient.Group("fd-b1", "rg-01-t")], PitName = "x" };
        Assert.Equal(Task, await stage.Client.Soap.ResultAsync<ManagedObjectReference>(SmsClient.Provider(3), sync));
        return stage;
    }

    public Task<SmsTaskInfo> InfoAsync() => Client.Soap.ResultAsync<SmsTaskInfo>(Task, new QuerySmsTaskInfoRequest());

    public Task AdvanceAsync(string by) => SendAsync(HttpMethod.Post, "clock/advance", $$"""{"by":"{{by}}"}""");

    /// <summary>The task as the control port tells it.</summary>
    public Task<JsonObject> ShowAsync() => SendAsync(HttpMethod.Get, "tasks/smsTask-1");

    /// <summary>Orders something of the task, which must be done.</summary>
    public Task<JsonObject> OrderAsync(string order, string? json = null) => SendAsync(HttpMethod.Post, $"tasks/smsTask-1/{order}", json);

    /// <summary>Orders something of the task, which must be refused.</summary>
    public Task<JsonObject> RefusedAsync(HttpStatusCode status, string order, string? json = null) =>
        SendAsync(HttpMethod.Post, $"tasks/smsTask-1/{order}", json, status);

    /// <summary>Does something to the task on the world itself.</summary>
    public ValueTask<TaskAnswer> WithTaskAsync(Func<World, ServiceTask, TaskAnswer> order) =>
        _simulator.Host.Workspace.RunAsync(order, static (world, o) => o(world, world.FindTask(Task.Value)!));

    public async Task<JsonObject> SendAsync(HttpMethod method, string path, string? json = null, HttpStatusCode status = HttpStatusCode.OK)
    {
        using HttpRequestMessage message = new(method, "/_sim/v1/" + path);
        if (json is not null)
        {
            message.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        using HttpResponseMessage response = await _simulator.Control.SendAsync(message, TestContext.Current.CancellationToken);
        JsonObject body = (await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;
        Assert.True(status == response.StatusCode, $"{path}: {response.StatusCode} {body}");
        Assert.Equal(
            status == HttpStatusCode.OK ? "application/json" : "application/problem+json",
            response.Content.Headers.ContentType?.MediaType);
        return body;
    }

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();
}
