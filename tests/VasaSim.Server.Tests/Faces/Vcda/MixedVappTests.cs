using System.Text.Json.Nodes;
using VasaSim.Core.Lab;

namespace VasaSim.Server.Tests.Faces.Vcda;

/// <summary>The replication of a vApp whose machines are in different states.</summary>
public sealed class MixedVappTests
{
    /// <summary>
    /// What was done to one machine alone, what is done to the vApp then, the states of both while it runs and after it, and
    /// why one is left out; none: it is not.
    /// </summary>
    [Theory]
    [InlineData("pause", "sync", "Np:PAUSED+N:SYNCING", "Np:PAUSED+N:OK", "The replication is paused")]
    [InlineData("pause", "pause", "Np:PAUSED+N:OK", "Np:PAUSED", "The replication is paused")]
    [InlineData("pause", "resume", "Np:PAUSED+N:OK", "N:OK", "The replication is not paused")]
    [InlineData("pause", "failover", "Ip:PAUSED+I:OK", "C:FINISHED", null)]
    [InlineData("failover-test", "failover-test", "T:OK+I:OK", "T:OK", "The recovery state is TEST")]
    [InlineData("failover-test", "cleanup", "T:OK+N:OK", "N:OK", "The recovery state is NOT_STARTED")]
    [InlineData("failover-test", "failover", "T:OK+I:OK", "T:OK+C:FINISHED", "The recovery state is TEST")]
    [InlineData("failover-test", "migrate", "I:SYNCING", "C:FINISHED", null)]
    [InlineData("failover", "migrate", "C:FINISHED+I:SYNCING", "C:FINISHED", "The recovery state is COMPLETE")]
    [InlineData("failover", "reverse", "C:FINISHED+N:OK", "Nr:OK+N:OK", "The recovery state is NOT_STARTED")]
    [InlineData("failover", "reconfigure", "C:FINISHED+N:OK", "C:FINISHED+N:OK", null)]
    [InlineData("failover", "stop", "C:FINISHED+N:OK", "gone", null)]
    public async Task What_one_machine_cannot_is_a_warning_and_done_to_the_other(string alone, string operation, string during, string after, string? reason)
    {
        // Not even then the call fails, since something can be done.
        await using LifeCycle vapp = await LifeCycle.BringAsync("running", ofVapp: true, new CloudKnobs { IllegalOrder = TaskFaultDelivery.Call });
        LifeCycle first = vapp.OfMachine((string)LifeCycle.MachinesOf((await vapp.Client.GetAsync(vapp.Path)).Body!).First()["id"]!);
        Assert.Equal("SUCCEEDED", (string?)(await vapp.EndAsync(await first.CallAsync(alone)))["state"]);

        VcdaReply task = await vapp.CallAsync(operation);

        Assert.Equal((202, "RUNNING"), (task.Status, (string?)task["state"]));
        Assert.Empty(task["warnings"]!.AsArray());
        JsonNode running = (await vapp.Client.GetAsync(vapp.Path)).Body!;
        DocumentedFields.Check(running);
        Assert.Equal(during, LifeCycle.StateOf(running));
        VcdaReply ended = await vapp.EndAsync(task);
        Assert.Equal("SUCCEEDED", (string?)ended["state"]);
        Assert.Equal(after, ended["result"] is { } result ? LifeCycle.StateOf(result) : "gone");
        if (reason is null)
        {
            Assert.Empty(ended["warnings"]!.AsArray());
            return;
        }

        JsonNode warning = Assert.Single(ended["warnings"]!.AsArray())!;
        string left = (string)Assert.Single(warning["args"]!.AsArray())!;
        Assert.Contains(LifeCycle.MachinesOf(running), m => (string?)m["id"] == left);
        Assert.Equal("BadRequest", (string?)warning["code"]);
        Assert.StartsWith($"{left}: {reason}", (string?)warning["msg"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_that_a_vapps_task_left_out_is_free_meanwhile()
    {
        await using LifeCycle vapp = await LifeCycle.BringAsync("running", ofVapp: true, new CloudKnobs());
        string[] ids = [.. LifeCycle.MachinesOf((await vapp.Client.GetAsync(vapp.Path)).Body!).Select(m => (string)m["id"]!)];
        await vapp.EndAsync(await vapp.OfMachine(ids[0]).CallAsync("pause"));

        VcdaReply sync = await vapp.CallAsync("sync");
        VcdaReply free = await vapp.OfMachine(ids[0]).CallAsync("resume");
        VcdaReply busy = await vapp.OfMachine(ids[1]).CallAsync("pause");

        Assert.Equal("SUCCEEDED", (string?)(await vapp.EndAsync(sync))["state"]);
        Assert.Equal("SUCCEEDED", (string?)(await vapp.EndAsync(free))["state"]);
        VcdaReply failed = await vapp.EndAsync(busy);
        Assert.Equal(("FAILED", (string?)sync["id"]), ((string?)failed["state"], (string?)failed["error"]!["args"]![0]));
        Assert.Equal("N:OK", LifeCycle.StateOf((await vapp.Client.GetAsync(vapp.Path)).Body!));
    }

    [Fact]
    public async Task A_test_that_syncs_first_is_in_progress_and_syncs()
    {
        foreach (bool ofVapp in new[] { false, true })
        {
            await using LifeCycle life = await LifeCycle.BringAsync("running", ofVapp, new CloudKnobs());

            VcdaReply task = await life.Client.PostAsync($"{life.Path}/failover-test", new JsonObject { ["type"] = "vcloud", ["powerOn"] = false, ["sync"] = true });

            Assert.Equal("I:SYNCING", LifeCycle.StateOf((await life.Client.GetAsync(life.Path)).Body!));
            VcdaReply ended = await life.EndAsync(task);
            Assert.Equal("T:OK", LifeCycle.StateOf(ended["result"]!));
            Assert.All(LifeCycle.MachinesOf(ended["result"]!), m => Assert.Equal((long)task["startTime"]!, (long)m["destinationState"]!["latestInstance"]!["timestamp"]!));
        }
    }
}
