using System.Text.Json.Nodes;
using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Tests.Twin;

/// <summary>What every method answers to a caller who has no session, too few rights, or the wrong object.</summary>
public sealed class TwinAccessTests
{
    public static TheoryData<string> Methods => [.. Contracts.Sms.Operations.Select(o => o.Name)];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Callers_without_access_are_told_so_in_both_protocols(string method)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        // One of the methods is asked of a task.
        await SmsClient.LogIn(simulator).RunAsync(
            SmsClient.Provider(3), new SyncReplicationGroupRequest { GroupId = [SmsClient.Group("fd-b1", "rg-01-t")], PitName = "before" });
        TwinCase play = TwinCases.All.Where(c => c.Request.Operation.Name == method && c.Fault is null).MinBy(c => c.Before is not null)!;

        await SaysAsync(simulator, "gone", play, soap: "InvalidSession", json: "NotAuthenticated");
        string nobody = simulator.Host.Workspace.Sessions.Login(
            "nobody@sim.local", "VasaSim!1", Simulator.StartTime, "twin", "127.0.0.1", "en_US")!.Id;
        await SaysAsync(simulator, nobody, play, "NoPermission", "NoPermission");
        await SaysAsync(simulator, nobody, play with { Target = play.Target with { Value = "none" } }, "ManagedObjectNotFound", "ManagedObjectNotFound");
    }

    private static async Task SaysAsync(Simulator simulator, string session, TwinCase play, string soap, string json)
    {
        JsonNode? one = await new SoapTwin(simulator.Http, session).AskAsync(play.Target, play.Request);
        JsonNode? other = await new JsonTwin(simulator.Http, session).AskAsync(play.Target, play.Request);

        // Whoever may do it anonymously is asked for nothing but the object.
        bool isFree = play.Request.Operation.Privilege is null or Privileges.SystemAnonymous && soap != "ManagedObjectNotFound";
        Assert.Equal(isFree ? null : soap, TwinAnswer.FaultOf(one));
        Assert.Equal(isFree ? null : json, TwinAnswer.FaultOf(other));
        if (soap == json)
        {
            Assert.Equal(one?.ToJsonString(), other?.ToJsonString());
        }
    }
}
