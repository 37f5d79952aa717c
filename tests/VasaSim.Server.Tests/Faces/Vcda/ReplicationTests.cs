using System.Text.Json.Nodes;

namespace VasaSim.Server.Tests.Faces.Vcda;

/// <summary>The life of a replication, to the field.</summary>
public sealed class ReplicationTests
{
    private static readonly long _start = Simulator.StartTime.ToUnixTimeMilliseconds();

    [Fact]
    public async Task A_start_answers_with_its_task_and_the_task_with_the_replication()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();

        VcdaReply task = await stage.Client.PostAsync("/vm-replications", stage.StartBody());

        Assert.Equal(202, task.Status);
        Assert.Equal("application/json;charset=UTF-8", task.ContentType);
        JsonObject replication = task["result"]!.AsObject();
        string id = (string)replication["id"]!;
        Assert.StartsWith("C4-", id, StringComparison.Ordinal);
        Assert.StartsWith("C4VAPP-", (string?)replication["vappReplicationId"], StringComparison.Ordinal);
        Assert.True(Guid.TryParse((string?)task["id"], out _));
        Assert.Equal("administrator@System", (string?)task["user"]);
        Assert.Equal(
            $$"""{"type":"start","resourceType":"vmReplication","resourceId":"{{id}}","resourceName":"{{(string?)stage.Free["name"]}}"}""",
            task["workflowInfo"]!.ToJsonString());
        Assert.Equal(100, (int)task["progress"]!);
        Assert.Equal("SUCCEEDED", (string?)task["state"]);
        Assert.Equal(_start, (long)task["startTime"]!);
        Assert.Equal(_start, (long)task["endTime"]!);
        Assert.Equal(_start, (long)task["lastUpdated"]!);
        Assert.Equal("SingleVmReplicationInfo", (string?)task["resultType"]);
        Assert.Null(task["error"]);
        Assert.Empty(task["warnings"]!.AsArray());
        Assert.Equal("cloud-a", (string?)task["site"]);

        Assert.Equal((string?)stage.Free["id"], (string?)replication["vmId"]);
        Assert.Equal((string?)stage.Free["name"], (string?)replication["vmName"]);
        Assert.Equal((string?)stage.Free["description"], (string?)replication["vmDescription"]);
        Assert.Equal((string?)stage.Free["computerName"], (string?)replication["computerName"]);
        Assert.Equal("orgA@cloud-a", (string?)replication["owner"]);
        Assert.False((bool)replication["isPaused"]!);
        Assert.False((bool)replication["isReversed"]!);
        Assert.False((bool)replication["isMigration"]!);
        Assert.Equal(_start, (long)replication["lastUpdated"]!);
        Assert.Equal("{}", replication["metadata"]!.ToJsonString());
        Assert.Equal("INITIAL_SYNCING", (string?)replication["dataConnectionState"]);
        Assert.Equal(
            """{"description":"by test","rpo":30,"dataConnectionType":"ENCRYPTED_COMPRESSED","quiesced":true,"retentionPolicy":{"rules":[{"numberOfInstances":3,"distance":60}]},"initialSyncTime":0,"excludedDiskKeys":[]}""",
            replication["settings"]!.ToJsonString());
        Assert.Null(replication["slaProfile"]);
        Assert.Equal("syncing", (string?)replication["sourceState"]!["state"]);
        Assert.Equal(0, (long)replication["sourceState"]!["stateAge"]!);
        Assert.Equal(0, (int)replication["sourceState"]!["progress"]!["progress"]!);
        JsonNode destination = replication["destinationState"]!;
        Assert.Equal("fullsync", (string?)destination["state"]);
        Assert.Equal(0, (int)destination["currentRpoViolation"]!);
        Assert.False((bool)destination["isMovingReplica"]!);
        Assert.Null(destination["lastError"]);
        Assert.Null(destination["latestInstance"]);
        Assert.Equal("""{"type":"vcd","vAppId":null,"vcdVmId":null,"recoveryState":"NOT_STARTED","optimizeUntil":null}""", destination["recoveryInfo"]!.ToJsonString());
        Assert.Equal("""{"order":0,"startAction":"powerOn","startDelay":0,"stopAction":"powerOff","stopDelay":0}""", replication["startupInfo"]!.ToJsonString());
        Assert.Equal("gold-b", (string?)replication["storageProfileName"]);
        Assert.Null(replication["placementPolicy"]);
        Assert.Equal("datastore-61", (string?)replication["vimLocation"]!["datastoreMoref"]);
        Assert.Equal("cloud-a", (string?)replication["source"]!["site"]);
        Assert.Equal("orgA", (string?)replication["source"]!["org"]);
        Assert.Equal("vdc-a1", (string?)replication["source"]!["vdcName"]);
        Assert.Equal((string?)stage.Free["vappName"], (string?)replication["source"]!["vappName"]);
        Assert.Equal(
            $$"""{"site":"cloud-b","org":"orgB","vdcId":"{{stage.Vdc}}","vdcName":"vdc-b1","recoveredVappId":null}""", replication["destination"]!.ToJsonString());

        Assert.Equal(replication.ToJsonString(), (await stage.Client.GetAsync($"/vm-replications/{id}")).Body!.ToJsonString());
        Assert.Equal(task.Body!.ToJsonString(), (await stage.Client.GetAsync($"/tasks/{(string?)task["id"]}")).Body!.ToJsonString());
    }

    [Fact]
    public async Task A_sync_makes_an_instance()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        string id = await stage.ReplicateAsync();
        int before = (await stage.Client.GetAsync($"/vm-replications/{id}/instances")).Items.Count;

        VcdaReply task = await stage.Client.SendAsync("POST", $"//vm-replications/{id}/sync", null, null, ("operationID", "op-1"), ("On-Prem-Auth", "x"));

        Assert.Equal(202, task.Status);
        JsonNode latest = task["result"]!["destinationState"]!["latestInstance"]!;
        JsonArray instances = (await stage.Client.GetAsync($"/vm-replications/{id}/instances")).Items;
        Assert.True(instances.Count >= before);
        Assert.Equal(latest.ToJsonString(), instances[^1]!.ToJsonString());
        Assert.StartsWith("replica-", (string?)latest["key"], StringComparison.Ordinal);
        Assert.Equal(_start + 3_600_000, (long)latest["timestamp"]!);
        Assert.Equal("fileSystemQuiesced", (string?)latest["quiescedType"]);
        VcdaReply one = await stage.Client.GetAsync($"/vm-replications/{id}/instances/{(string?)latest["key"]}");
        Assert.All(one["disksInfo"]!.AsArray(), d => Assert.True((int)d!["diskKey"]! >= 2000));
        Assert.NotEmpty(one["disksInfo"]!.AsArray());
        Assert.Equal(404, (await stage.Client.GetAsync($"/vm-replications/{id}/instances/other")).Status);
        VcdaReply found = await stage.Client.GetAsync("/tasks?operationID=op-1");
        Assert.Equal(task.Body!.ToJsonString(), Assert.Single(found.Items)!.ToJsonString());
    }

    [Fact]
    public async Task From_test_to_failover_to_reverse()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        string id = await stage.ReplicateAsync();
        string networks = """{"networkMappings":[],"copySourceNetworks":true}""";

        VcdaReply test = await stage.Client.SendAsync(
            "POST", $"/vm-replications/{id}/failover-test", $$"""{"powerOn":true,"sync":false,"vAppNetworkSettings":{{networks}},"type":"vcloud","preconfiguredNetwork":true}""");
        Assert.Equal("TEST", RecoveryOf(test));
        Assert.NotNull(test["result"]!["destinationState"]!["recoveryInfo"]!["vcdVmId"]);
        Assert.NotNull(test["result"]!["destination"]!["recoveredVappId"]);
        VcdaReply settings = await stage.Client.GetAsync($"/vm-replications/{id}/network-settings");
        Assert.Equal(networks, settings["failoverTestSettings"]!["vAppNetworkSettings"]!.ToJsonString());
        Assert.Null(settings["failoverSettings"]!["vAppNetworkSettings"]);

        VcdaReply early = await stage.Client.PostAsync($"/vm-replications/{id}/reverse");
        Assert.Equal(202, early.Status);
        Assert.Equal("FAILED", (string?)early["state"]);
        Assert.Null(early["result"]);
        Assert.Null(early["resultType"]);
        Assert.Equal("BadRequest", (string?)early["error"]!["code"]);
        Assert.Null(early["error"]!["stacktrace"]);
        Assert.Contains("TEST", (string?)early["error"]!["msg"], StringComparison.Ordinal);

        Assert.Equal("NOT_STARTED", RecoveryOf(await stage.Client.DeleteAsync($"/vm-replications/{id}/failover-test")));
        string instance = (string)(await stage.Client.GetAsync($"/vm-replications/{id}/instances")).Items[0]!["key"]!;
        VcdaReply failover = await stage.Client.PostAsync($"/vm-replications/{id}/failover", new JsonObject
        {
            ["type"] = "vcloud", ["powerOn"] = true, ["consolidate"] = false, ["instanceId"] = instance, ["vmNetworkSettings"] = null, ["vAppNetworkSettings"] = null,
        });
        Assert.Equal("COMPLETE", RecoveryOf(failover));
        Assert.Equal("FINISHED", (string?)failover["result"]!["dataConnectionState"]);
        JsonNode recovery = failover["result"]!["destinationState"]!["recoveryInfo"]!;
        Assert.Equal((long)failover["endTime"]! + 86_400_000, (long)recovery["optimizeUntil"]!);

        VcdaReply reverse = await stage.Client.PostAsync($"/vm-replications/{id}/reverse");
        Assert.Equal("SUCCEEDED", (string?)reverse["state"]);
        JsonNode reversed = reverse["result"]!;
        Assert.True((bool)reversed["isReversed"]!);
        Assert.Equal("NOT_STARTED", RecoveryOf(reverse));
        Assert.Equal((string?)recovery["vcdVmId"], (string?)reversed["vmId"]);
        Assert.Equal("cloud-b", (string?)reversed["source"]!["site"]);
        Assert.Equal("cloud-a", (string?)reversed["destination"]!["site"]);
    }

    [Fact]
    public async Task Pause_reconfigure_chown_storage_profile_migrate_and_stop()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        string id = await stage.ReplicateAsync();
        string path = $"/vm-replications/{id}";

        VcdaReply paused = await stage.Client.SendAsync("POST", $"{path}/pause", "");
        Assert.True((bool)paused["result"]!["isPaused"]!);
        Assert.Equal("PAUSED", (string?)paused["result"]!["dataConnectionState"]);
        Assert.Equal("FAILED", (string?)(await stage.Client.PostAsync($"{path}/sync"))["state"]);
        Assert.False((bool)(await stage.Client.PostAsync($"{path}/resume"))["result"]!["isPaused"]!);

        VcdaReply changed = await stage.Client.SendAsync("PATCH", $"{path}?site=cloud-a", """{"rpo":60,"retentionPolicy":{"rules":[]},"destinationReconfigure":{}}""");
        Assert.Equal(60, (int)changed["result"]!["settings"]!["rpo"]!);
        Assert.Empty(changed["result"]!["settings"]!["retentionPolicy"]!["rules"]!.AsArray());
        Assert.True((bool)changed["result"]!["settings"]!["quiesced"]!);
        string gold = (string)(await stage.Client.GetAsync("/sla-profiles")).Items[0]!["id"]!;
        VcdaReply profiled = await stage.Client.PatchAsync(path, new JsonObject { ["slaProfileId"] = gold });
        Assert.Equal(gold, (string?)profiled["result"]!["slaProfile"]!["id"]);

        VcdaReply owned = await stage.Client.PatchAsync($"{path}/chown", new JsonObject { ["owner"] = "orgB@cloud-b" });
        Assert.Equal((200, "orgB@cloud-b"), (owned.Status, (string?)owned["owner"]));
        Assert.Equal("System@cloud-a", (string?)(await stage.Client.PatchAsync($"{path}/chown"))["owner"]);
        Assert.Equal(400, (await stage.Client.PatchAsync($"{path}/chown", new JsonObject { ["owner"] = "nobody" })).Status);

        string silver = (string)(await stage.Client.GetAsync($"/inventory/vdcs/{stage.Vdc}/storage-profiles?site=cloud-b")).Items[1]!["id"]!;
        VcdaReply moved = await stage.Client.PostAsync($"{path}/storage-profile", new JsonObject { ["storageProfileId"] = silver });
        Assert.Equal("silver-b", (string?)moved["result"]!["storageProfileName"]);

        VcdaReply migrated = await stage.Client.PostAsync($"{path}/migrate", new JsonObject { ["type"] = "vcloud", ["powerOn"] = true });
        Assert.Equal("COMPLETE", RecoveryOf(migrated));

        VcdaReply stopped = await stage.Client.DeleteAsync(path);
        Assert.Equal(202, stopped.Status);
        Assert.Equal("SUCCEEDED", (string?)stopped["state"]);
        Assert.Null(stopped["result"]);
        VcdaReply gone = await stage.Client.GetAsync(path);
        Assert.Equal((404, "VmReplicationNotFound"), (gone.Status, gone.Code));
    }

    [Fact]
    public async Task A_vapp_is_replicated_as_a_whole()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        JsonArray all = (await stage.Client.GetAsync("/vapp-replications")).Items;
        foreach (string old in all.Select(v => (string)v!["id"]!))
        {
            Assert.Equal("SUCCEEDED", (string?)(await stage.Client.DeleteAsync($"/vapp-replications/{old}"))["state"]);
        }

        JsonNode vapp = (await stage.Client.GetAsync("/inventory/vapps?name=web")).Items[0]!;
        JsonObject body = stage.StartBody();
        body["source"] = new JsonObject { ["type"] = "vapp", ["site"] = "cloud-a", ["vappId"] = (string?)vapp["id"] };

        VcdaReply started = await stage.Client.PostAsync("/vapp-replications", body);

        Assert.Equal("VappReplicationInfo", (string?)started["resultType"]);
        JsonNode info = started["result"]!;
        string id = (string)info["id"]!;
        Assert.StartsWith("C4VAPP-", id, StringComparison.Ordinal);
        Assert.Equal(2, info["vmReplications"]!.AsArray().Count);
        Assert.Equal("web", (string?)info["descriptor"]!["name"]);
        Assert.Equal("net-a1", (string?)info["descriptor"]!["networks"]![0]!["name"]);
        Assert.False(info["vmReplications"]![0]!.AsObject().ContainsKey("source"));
        Assert.Equal(info.ToJsonString(), (await stage.Client.GetAsync($"/vapp-replications/{id}")).Body!.ToJsonString());
        VcdaReply summary = await stage.Client.GetAsync("/vapp-replications/summary");
        Assert.Equal((1, 1, 0), ((int)summary["total"]!, (int)summary["protections"]!, (int)summary["migrations"]!));

        await stage.AdvanceAsync("2h");
        foreach (string operation in new[] { "sync", "pause", "resume" })
        {
            Assert.Equal("SUCCEEDED", (string?)(await stage.Client.PostAsync($"/vapp-replications/{id}/{operation}"))["state"]);
        }

        Assert.Equal("SUCCEEDED", (string?)(await stage.Client.PatchAsync($"/vapp-replications/{id}", new JsonObject { ["description"] = "both" }))["state"]);
        Assert.Equal("orgB@cloud-b", (string?)(await stage.Client.PatchAsync($"/vapp-replications/{id}/chown", new JsonObject { ["owner"] = "orgB@cloud-b" }))["owner"]);
        JsonObject recover = new() { ["type"] = "vcloud", ["powerOn"] = true };
        Assert.Equal("SUCCEEDED", (string?)(await stage.Client.PostAsync($"/vapp-replications/{id}/failover-test", recover))["state"]);
        Assert.Equal("SUCCEEDED", (string?)(await stage.Client.DeleteAsync($"/vapp-replications/{id}/failover-test"))["state"]);
        Assert.Equal(200, (await stage.Client.GetAsync($"/vapp-replications/{id}/network-settings")).Status);
        VcdaReply failover = await stage.Client.PostAsync($"/vapp-replications/{id}/failover", recover);
        Assert.NotNull(failover["result"]!["destination"]!["recoveredVappId"]);
        Assert.Equal("SUCCEEDED", (string?)(await stage.Client.PostAsync($"/vapp-replications/{id}/reverse"))["state"]);
        await stage.AdvanceAsync("5h");
        Assert.Equal("SUCCEEDED", (string?)(await stage.Client.PostAsync($"/vapp-replications/{id}/migrate", recover))["state"]);
    }

    [Fact]
    public async Task A_task_that_takes_its_time_is_told_how_far_it_is()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync(o => o with { Workspace = o.Workspace with { InstantTasks = false } });

        VcdaReply task = await stage.Client.PostAsync("/vm-replications", stage.StartBody());

        Assert.Equal(("RUNNING", 0, -1), ((string?)task["state"], (int)task["progress"]!, (int)task["endTime"]!));
        Assert.Null(task["result"]);
        Assert.Null(task["error"]);
        Assert.Contains((string)task["id"]!, (await stage.Client.GetAsync("/tasks?state=RUNNING,QUEUED")).Items.Select(t => (string)t!["id"]!));
        await stage.AdvanceAsync("1h");
        VcdaReply done = await stage.Client.GetAsync($"/tasks/{(string?)task["id"]}");
        Assert.True((string?)done["state"] == "SUCCEEDED", done.Body!.ToJsonString());
        Assert.Empty((await stage.Client.GetAsync("/tasks?state=RUNNING")).Items);
    }

    private static string? RecoveryOf(VcdaReply task) => (string?)task["result"]!["destinationState"]!["recoveryInfo"]!["recoveryState"];
}
