using System.Text.Json.Nodes;
using VasaSim.Server.Hosting;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>A <see cref="PlanStage"/> with short words for what must succeed.</summary>
public sealed class RunStage : IAsyncDisposable
{
    private readonly PlanStage _plan;

    private RunStage(PlanStage plan) => _plan = plan;

    public GroupStage Stage => _plan.Groups;

    public SrmClient Client => _plan.Client;

    public string Management => $"{Client.Pairing}/recovery-management";

    public string Id => _plan.Id;

    /// <summary>Where the plan is.</summary>
    public string Path => _plan.Path;

    public static async Task<RunStage> StartAsync(Func<SimulatorOptions, SimulatorOptions>? configure = null) => new(await PlanStage.StartAsync(configure));

    /// <summary>Makes another plan over the group, perhaps in a folder.</summary>
    public async Task<string> MakeAsync(string name, string? folder = null)
    {
        JsonObject spec = JsonNode.Parse(_plan.Spec(name, Stage.Id))!.AsObject();
        spec["location"] = folder;
        return (string)(await DoAsync("POST", $"{Management}/plans", spec.ToJsonString()))["result"]!;
    }

    /// <summary>Starts something that must be accepted.</summary>
    public async Task<SrmReply> BeginAsync(string method, string path, string? body = null)
    {
        SrmReply task = await Client.SendAsync(method, path, body);
        Assert.True(task.Status == 202, task.Body?.ToJsonString());
        return task;
    }

    /// <summary>Lets time pass until a task has ended; gives it back as it is then.</summary>
    public Task<SrmReply> EndAsync(SrmReply task) => _plan.EndAsync(task);

    /// <summary>Does something that must be accepted, and end so.</summary>
    public async Task<SrmReply> DoAsync(string method, string path, string? body = null, string status = "SUCCESS")
    {
        SrmReply ended = await EndAsync(await BeginAsync(method, path, body));
        Assert.Equal(status, (string?)ended["status"]);
        return ended;
    }

    /// <summary>Runs the plan.</summary>
    public Task<SrmReply> RunAsync(string action, string? body = null, string status = "SUCCESS") => DoAsync("POST", $"{Path}/actions/{action}", body, status);

    /// <summary>Adds a callout before a position of the steps.</summary>
    public Task<SrmReply> AddAsync(string mode, int position, string name, string type = "PROMPT") => DoAsync(
        "POST", $"{Path}/recovery-steps/{mode}", $$"""{"name":"{{name}}","content":"Do {{name}}","callout_type":"{{type}}","timeout_seconds":300,"position":{{position}}}""");

    /// <summary>The steps of a view mode.</summary>
    public async Task<JsonArray> StepsAsync(string mode, string expanded = "")
    {
        SrmReply reply = await Client.GetAsync($"{Path}/recovery-steps/{mode}?expanded_step_ids={expanded}");
        Assert.True(reply.Status == 200, reply.Body?.ToJsonString());
        return reply.List;
    }

    public Task<string> StatusAsync() => _plan.StateAsync();

    public ValueTask DisposeAsync() => _plan.DisposeAsync();
}
