using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Soap;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Injection;

/// <summary>The same seed and the same calls give the same faults, in whatever order and over however many connections they come.</summary>
public sealed class OrderOfArrivalTests
{
    private const int Connections = 32;
    private const int Runs = 10;
    private const int CallsPerGroup = 12;

    private static readonly string[] _groups = ["rg-01-t", "rg-02-t", "rg-03-t", "rg-04-t", "rg-06-t", "rg-07-t"];

    [Fact]
    public async Task Who_fails_is_the_same_in_ten_runs_over_32_connections()
    {
        string? expected = null;
        for (int run = 0; run < Runs; run++)
        {
            string outcome = await RunAsync(run);
            expected ??= outcome;
            Assert.Equal(expected, outcome);
        }

        Assert.Contains("ProviderBusy", expected, StringComparison.Ordinal);
        Assert.Contains("ProviderUnavailable", expected, StringComparison.Ordinal);
        Assert.Contains("-", expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_seed_gives_other_faults()
    {
        Assert.NotEqual(await RunAsync(0), await RunAsync(0, seed: 43));
    }

    // What became of each group's calls, as a set: which of the calls at one moment is the third cannot be told from outside.
    private static async Task<string> RunAsync(int run, long seed = 42)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.RulesAsync($$"""
              - id: noisy
                match: { operation: QueryReplicationGroup }
                when: { chance: 0.35, key: [operation, group] }
                do: { fault: { oneOf: { ProviderBusy: 3, ProviderUnavailable: 1 } } }
            seed: {{seed}}
            """);
        SmsClient client = SmsClient.LogIn(simulator);
        string[] calls = [.. Enumerable.Range(0, _groups.Length * CallsPerGroup)
            .OrderBy(i => (i * 7919L * (run + 1)) % 1009)
            .Select(i => _groups[i % _groups.Length])];
        using SocketsHttpHandler handler = new() { MaxConnectionsPerServer = Connections };
        using HttpClient http = new(handler) { BaseAddress = simulator.Host.ProductUri };
        SoapClient soap = new(http) { Session = client.Soap.Session };
        (string Group, string Outcome)[] outcomes = await Task.WhenAll(calls.Select(group => AskAsync(soap, group)));
        return string.Join('\n', outcomes.GroupBy(o => o.Group).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Key}: {string.Join(' ', g.Select(o => o.Outcome).Order(StringComparer.Ordinal))}"));
    }

    private static async Task<(string Group, string Outcome)> AskAsync(SoapClient soap, string group)
    {
        QueryReplicationGroupRequest request = new() { GroupId = [SmsClient.Group("fd-b1", group)] };
        SoapResponse reply = await soap.CallAsync(SmsClient.Provider(3), request);
        return (group, reply.IsFault ? ((MethodFault)reply.Fault!).TypeInfo.Name : "-");
    }
}
