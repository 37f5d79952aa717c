using System.Text.Json.Nodes;
using VasaSim.Server.Hosting;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>A simulator with a recovery plan over its protection group, whose administrator is logged in at both sites.</summary>
public sealed class PlanStage : IAsyncDisposable
{
    private PlanStage(GroupStage groups) => Groups = groups;

    public GroupStage Groups { get; }

    public SrmClient Client => Groups.Client;

    /// <summary>Where plans are.</summary>
    public string Plans => $"{Client.Pairing}/recovery-management/plans";

    public string Id { get; private set; } = "";

    /// <summary>Where the plan is.</summary>
    public string Path => $"{Plans}/{Id}";

    public static async Task<PlanStage> StartAsync(Func<SimulatorOptions, SimulatorOptions>? configure = null)
    {
        PlanStage stage = new(await GroupStage.StartAsync(configure));
        stage.Id = await stage.CreateAsync("plan-1", stage.Groups.Id);
        return stage;
    }

    /// <summary>Makes a plan; gives its id.</summary>
    public async Task<string> CreateAsync(string name, params string[] groups) => (string)(await EndAsync(await Client.PostAsync(Plans, Spec(name, groups))))["result"]!;

    /// <summary>What a plan that recovers from the first site to the second is made of.</summary>
    public string Spec(string name, params string[] groups) => new JsonObject
    {
        ["name"] = name,
        ["protected_vc_guid"] = Groups.Stage.VcenterHere,
        ["protection_groups"] = new JsonArray([.. groups.Select(g => JsonValue.Create(g))]),
    }.ToJsonString();

    /// <summary>Runs the plan to the end; gives its task.</summary>
    public async Task<SrmReply> RunAsync(string action, string? body = null) => await EndAsync(await ActAsync(action, body));

    public Task<SrmReply> ActAsync(string action, string? body = null) => Client.PostAsync($"{Path}/actions/{action}", body);

    /// <summary>The plan's state.</summary>
    public async Task<string> StateAsync() => (string)(await Client.GetAsync(Path))["status"]!;

    /// <summary>The task of a call once it has ended.</summary>
    public async Task<SrmReply> EndAsync(SrmReply begun)
    {
        Assert.Equal(202, begun.Status);
        for (SrmReply task = begun; ; task = await Client.GetAsync($"/tasks/{(string)begun["id"]!}"))
        {
            if ((int)task["progress"]! == 100)
            {
                return task;
            }

            await Groups.AdvanceAsync("1s");
        }
    }

    public ValueTask DisposeAsync() => Groups.DisposeAsync();
}
