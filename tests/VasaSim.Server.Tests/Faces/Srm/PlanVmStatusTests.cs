using System.Text.Json.Nodes;
using VasaSim.Core;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>Each of the statuses of a plan's machine comes by what its run does and what is done to the world, as clients see it.</summary>
public sealed class PlanVmStatusTests
{
    private const string Planned = """{"planned_failover":true}""";
    private const string AtSource = "vasaProvider-1";
    private const string AtTarget = "vasaProvider-3";

    private static readonly Dictionary<string, Func<PlanStage, Task>> Causes = new()
    {
        ["READY_TO_RECOVER"] = _ => Task.CompletedTask,
        ["TEST_IN_PROGRESS"] = s => s.ActAsync("test"),
        ["TEST_ERROR"] = s => FailAsync(s, "test"),
        ["TEST_WARNING"] = async s =>
        {
            SrmReply run = await s.ActAsync("test");
            await WarnAsync(s, ReplicationOperation.TestStart);
            await s.EndAsync(run);
        },
        ["TEST_SUCCEEDED"] = s => s.RunAsync("test"),
        ["TEST_INCOMPLETE"] = s => InterruptAsync(s, "test"),
        ["CLEANUP_IN_PROGRESS"] = async s =>
        {
            await s.RunAsync("test");
            await s.ActAsync("cleanup");
        },
        ["CLEANUP_ERROR"] = async s =>
        {
            await s.RunAsync("test");
            await FailAsync(s, "cleanup");
        },
        ["CLEANUP_INCOMPLETE"] = async s =>
        {
            await s.RunAsync("test");
            await InterruptAsync(s, "cleanup");
        },
        ["RECOVERY_IN_PROGRESS"] = s => s.ActAsync("recovery", Planned),
        ["RECOVERY_ERROR"] = s => FailAsync(s, "recovery"),
        ["RECOVERY_WARNING"] = s => FailAsync(s, "recovery", AtSource),
        ["RECOVERY_SUCCEEDED"] = s => s.RunAsync("recovery", Planned),
        ["RECOVERY_INCOMPLETE"] = s => InterruptAsync(s, "recovery"),
        ["REPROTECT_IN_PROGRESS"] = async s =>
        {
            await s.RunAsync("recovery", Planned);
            await s.ActAsync("reprotect");
        },
        ["REPROTECT_ERROR"] = async s =>
        {
            await s.RunAsync("recovery", Planned);
            await FailAsync(s, "reprotect");
        },
        ["REPROTECT_INCOMPLETE"] = async s =>
        {
            await s.RunAsync("recovery", Planned);
            await InterruptAsync(s, "reprotect");
        },
        ["UNKNOWN"] = s => s.Groups.ChangeAsync(world =>
        {
            foreach (string id in new[] { "rg-01", "rg-02" })
            {
                world.Remove(world.FindGroup(new GroupId("fd-a1", id))!);
            }
        }),
    };

    public static TheoryData<string> Names => [.. Causes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_comes_of_its_cause(string status)
    {
        await using PlanStage stage = await PlanStage.StartAsync(GroupStage.Slow);

        await Causes[status](stage);

        JsonNode machine = (await stage.Client.GetAsync($"{stage.Path}/vms")).List.Single(m => (string?)m!["name"] == "db01")!;
        Assert.Equal(status, (string?)machine["status"]);
        Assert.Equal(status, (string?)(await stage.Client.GetAsync($"{stage.Path}/vms/{stage.Groups.Vm("vm-101")}"))["status"]);
    }

    [Fact]
    public async Task Every_described_status_has_a_cause()
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        JsonNode machine = (await stage.Client.SchemasAsync()).Document["components"]!["schemas"]!["RecoveryPlanVmInfo"]!;

        string[] described = [.. machine["properties"]!["status"]!["enum"]!.AsArray().Select(s => (string)s!)];

        Assert.Equal(18, described.Length);
        Assert.Equal(described.Order(StringComparer.Ordinal), Causes.Keys.Order(StringComparer.Ordinal));
    }

    // A provider that is busy does not take the call.
    private static async Task FailAsync(PlanStage stage, string action, string provider = AtTarget)
    {
        await stage.Groups.Stage.ControlAsync(HttpMethod.Patch, $"providers/{provider}", """{"busy":true}""");
        await stage.RunAsync(action);
    }

    // As a restart of the service does.
    private static async Task InterruptAsync(PlanStage stage, string action)
    {
        await stage.ActAsync(action);
        await stage.Groups.ChangeAsync(world => DueWork.FailRunning(world, "restart"));
    }

    private static async Task WarnAsync(PlanStage stage, ReplicationOperation operation)
    {
        for (bool warned = false; !warned;)
        {
            await stage.Groups.AdvanceAsync("1s");
            await stage.Groups.ChangeAsync(world =>
            {
                ReplicationTask? call = TaskQueries.All(world).OfType<ReplicationTask>().FirstOrDefault(t => t.IsRunning && t.Operation == operation);
                warned = call is not null;
                if (call is not null)
                {
                    world.Put(call with { GroupFaults = [new GroupFault(0, new ProviderBusy(), GroupFaultKind.Warning)] });
                }
            });
        }
    }
}
