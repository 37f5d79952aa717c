using System.Text.Json.Nodes;
using VasaSim.Tests.Support;

namespace VasaSim.Tests.Commands;

public class PlanCommandTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>
{
    [Fact]
    public async Task Recovery_plans_are_listed_and_shown()
    {
        await simulator.ResetAsync();

        Assert.Matches("plan-gold +A +B +READY_STATE +- +0 +- +- +pg-gold", await RunAsync("plans", "ls"));
        string shown = await RunAsync("plans", "show", "plan-gold");
        Assert.Matches("state +READY_STATE", shown);
        Assert.Matches("vm-101 +db01 +3 +READY_TO_RECOVER", shown);
        Assert.Equal("plan-gold", (string?)JsonNode.Parse(await RunAsync("plans", "ls", "--format", "json"))!["recoveryPlans"]![0]!["name"]);
    }

    [Fact]
    public async Task What_is_not_there_is_an_error()
    {
        (int code, _, string error) = await InProcess.RunAsync(["plans", "show", "none"], ("VASASIM_URL", simulator.Address.AbsoluteUri));

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("There is no recovery plan 'none'.", error, StringComparison.Ordinal);
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        (int code, string output, string error) = await InProcess.RunAsync(arguments, ("VASASIM_URL", simulator.Address.AbsoluteUri));
        Assert.True(code == ExitCode.Ok, $"{string.Join(' ', arguments)}: {error}");
        return output;
    }
}
