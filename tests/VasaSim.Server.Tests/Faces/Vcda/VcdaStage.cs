using System.Text.Json.Nodes;
using VasaSim.Server.Hosting;

namespace VasaSim.Server.Tests.Faces.Vcda;

/// <summary>A simulator with the default lab, its provider logged in at both clouds, and names of things there.</summary>
public sealed class VcdaStage : IAsyncDisposable
{
    private VcdaStage(Simulator simulator) => (Simulator, Client) = (simulator, new VcdaClient(simulator));

    public Simulator Simulator { get; }

    public VcdaClient Client { get; }

    /// <summary>A machine of cloud-a that is not replicated.</summary>
    public JsonObject Free { get; private set; } = null!;

    /// <summary>The virtual data center of cloud-b.</summary>
    public string Vdc { get; private set; } = "";

    public static async Task<VcdaStage> StartAsync(
        Func<SimulatorOptions, SimulatorOptions>? configure = null, TimeProvider? realTime = null)
    {
        VcdaStage stage = new(await Simulator.StartAsync(configure, realTime));
        await stage.Client.AsProviderAsync("cloud-b");
        stage.Vdc = (string)(await stage.Client.GetAsync("/inventory/vdcs?site=cloud-b&name=vdc-b1")).Items[0]!["id"]!;
        HashSet<string> replicated = [.. (await stage.Client.GetAsync("/vm-replications")).Items.Select(r => (string)r!["vmId"]!)];
        stage.Free = (await stage.Client.GetAsync("/inventory/vms")).Items.Select(m => m!.AsObject()).First(m => !replicated.Contains((string)m["id"]!));
        return stage;
    }

    /// <summary>A body that starts to replicate the free machine.</summary>
    public JsonObject StartBody() => new()
    {
        ["source"] = new JsonObject { ["site"] = "cloud-a", ["type"] = "vm", ["vmId"] = (string?)Free["id"] },
        ["destination"] = new JsonObject { ["type"] = "vcloud", ["site"] = "cloud-b", ["vdc"] = Vdc, ["storageProfile"] = "*" },
        ["description"] = "by test",
        ["rpo"] = 30,
        ["dataConnectionType"] = "ENCRYPTED_COMPRESSED",
        ["quiesced"] = true,
        ["retentionPolicy"] = new JsonObject { ["rules"] = new JsonArray(new JsonObject { ["numberOfInstances"] = 3, ["distance"] = 60 }) },
        ["targetDiskType"] = "THIN",
        ["initialSyncTime"] = 0,
        ["isMigration"] = false,
    };

    /// <summary>A replication of the free machine, an hour old.</summary>
    public async Task<string> ReplicateAsync()
    {
        VcdaReply task = await Client.PostAsync("/vm-replications", StartBody());
        Assert.Equal(202, task.Status);
        Assert.Equal("SUCCEEDED", (string?)task["state"]);
        await AdvanceAsync("1h");
        return (string)task["workflowInfo"]!["resourceId"]!;
    }

    /// <summary>Moves time.</summary>
    public Task AdvanceAsync(string by) => ControlAsync(HttpMethod.Post, "clock/advance", new() { ["by"] = by });

    /// <summary>Cuts the link between the clouds, or mends it.</summary>
    public Task SetLinkAsync(bool up) => ControlAsync(HttpMethod.Patch, "links/cloud-a/cloud-b", new() { ["up"] = up });

    /// <summary>Makes the link between the clouds faster or slower, without lag; null: no limit.</summary>
    public Task SetBandwidthAsync(string? speed) => ControlAsync(HttpMethod.Patch, "links/cloud-a/cloud-b", new() { ["bandwidth"] = speed, ["lag"] = "0s" });

    /// <summary>Orders something at the control port, which must not refuse it.</summary>
    public async Task ControlAsync(HttpMethod method, string path, JsonObject? body = null)
    {
        using HttpRequestMessage request = new(method, new Uri($"/_sim/v1/{path}", UriKind.Relative));
        request.Content = body is null ? null : new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await Simulator.Control.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Simulator.DisposeAsync();
    }
}
