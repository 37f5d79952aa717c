using System.Text.Json.Nodes;
using VasaSim.Server.Hosting;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>A recovery plan over the first protection group, made by the administrator who is logged in at both sites.</summary>
public sealed class RunStage : IAsyncDisposable
{
    private RunStage(GroupStage stage) => Stage = stage;

    public GroupStage Stage { get; }

    public SrmClient Client => Stage.Client;

    public string Management => $"{Client.Pairing}/recovery-management";

    public string Id { get; private set; } = "";

    /// <summary>Where the plan is.</summary>
    public string Path => $"{Management}/plans/{Id}";

    public static async Task<RunStage> StartAsync(Func<SimulatorOptions, SimulatorOptions>? configure = null)
    {
        RunStage stage = new(await GroupStage.StartAsync(configure));
        stage.Id = await stage.MakeAsync("plan-steps");
        return stage;
    }

    /// <summary>Makes a plan over the group.</summary>
    public async Task<string> MakeAsync(string name, string? folder = null)
    {
        SrmReply task = await Client.PostAsync($"{Management}/plans", $$"""
            {"name":"{{name}}","location":{{(folder is null ? "null" : $"\"{folder}\"")}},
             "protected_vc_guid":"{{Stage.Stage.VcenterHere}}","protection_groups":["{{Stage.Id}}"]}
            """);
        return (string)(await EndAsync(task))["result"]!;
    }

    /// <summary>Starts something that must be accepted.</summary>
    public async Task<SrmReply> BeginAsync(string method, string path, string? body = null)
    {
        SrmReply task = await Client.SendAsync(method, path, body);
        Assert.True(task.Status == 202, task.Body?.ToJsonString());
        return task;
    }

    /// <summary>Lets time pass until a task has ended; gives it back as it is then.</summary>
    public async Task<SrmReply> EndAsync(SrmReply task)
    {
        Assert.True(task.Status == 202, task.Body?.ToJsonString());
        for (int i = 0; i < 100; i++)
        {
            SrmReply now = await Client.GetAsync($"/tasks/{(string)task["id"]!}");
            if ((string)now["status"]! is not ("QUEUED" or "RUNNING"))
            {
                return now;
            }

            await Stage.AdvanceAsync("1m");
        }

        throw new InvalidOperationException("The task does not end.");
    }

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

    public async Task<string?> StatusAsync() => (string?)(await Client.GetAsync(Path))["status"];

    public ValueTask DisposeAsync() => Stage.DisposeAsync();
}
