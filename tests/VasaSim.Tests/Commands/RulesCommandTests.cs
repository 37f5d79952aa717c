using System.Text.Json.Nodes;
using VasaSim.Tests.Support;

namespace VasaSim.Tests.Commands;

public class RulesCommandTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>
{
    [Fact]
    public async Task Every_option_of_add_says_its_key()
    {
        await ClearAsync();

        Assert.Equal("busy", (await RunAsync(
            "rules", "add", "--id", "busy", "--fault", "TooMany:maxBatchSize=4,message=too many", "--as", "soapFault", "--op", "FailoverReplicationGroup_Task",
            "--op", "Sync*", "--site", "B", "--provider", "vasaProvider-*", "--group", "fd-b1/rg-*", "--label", "tier=gold", "--state", "TARGET", "--user", "admin*",
            "--client", "py*", "--protocol", "soap", "--calls", "1-3", "--every", "2", "--chance", "0.3", "--key", "operation,group", "--at", "beforeValidation",
            "--for", "2m", "--max-hits", "5", "--latency", "200ms", "--allow-illegal", "--continue")).TrimEnd());
        Assert.Equal("r2", (await RunAsync("rules", "add", "--connection", "truncate=512", "--op", "Query*")).TrimEnd());
        Assert.Equal("r3", (await RunAsync("rules", "add", "--connection", "drip=16B/s")).TrimEnd());
        await RunAsync("rules", "add", "--connection", "reset", "--at", "afterCommit");
        await RunAsync("rules", "add", "--http-status", "503");
        await RunAsync("rules", "add", "--session-drop");

        JsonArray rules = JsonNode.Parse(await RunAsync("rules", "export"))!["rules"]!.AsArray();
        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse(
                    """
                    {
                      "id": "busy",
                      "match": {
                        "operation": ["FailoverReplicationGroup_Task", "Sync*"], "site": "B", "provider": "vasaProvider-*",
                        "groups": { "id": "fd-b1/rg-*", "label": { "tier": "gold" }, "state": "TARGET" }, "user": "admin*", "client": "py*", "protocol": "soap"
                      },
                      "when": { "calls": "1-3", "every": 2, "chance": 0.3, "key": ["operation", "group"] },
                      "at": "beforeValidation",
                      "do": { "fault": { "type": "TooMany", "message": "too many", "maxBatchSize": 4 }, "as": "soapFault", "latency": "200ms" },
                      "continue": true, "allowIllegal": true, "limits": { "maxHits": 5, "ttl": "2m" }
                    }
                    """),
                rules[0]),
            rules[0]!.ToJsonString());
        Assert.Equal(
            ["""{"connection":{"truncate":512}}""", """{"connection":{"drip":"16B/s"}}""", """{"connection":"reset"}""", """{"httpStatus":503}""", """{"session":"drop"}"""],
            rules.Skip(1).Select(r => r!["do"]!.ToJsonString()));
    }

    [Fact]
    public async Task Rules_are_listed_shown_switched_and_removed()
    {
        await ClearAsync();
        await RunAsync("rules", "add", "--id", "busy", "--fault", "ProviderBusy", "--op", "Sync*", "--calls", "1-2");

        Assert.Matches(@"busy +in force +0 +0 +afterValidation +\{ operation: Sync\* \} +\{ calls: 1-2 \} +\{ fault: ProviderBusy \}", await RunAsync("rules", "ls"));
        Assert.Matches("state +disabled", await RunAsync("rules", "disable", "busy"));
        Assert.Matches("state +disabled", await RunAsync("rules", "show", "busy"));
        Assert.Matches("state +in force", await RunAsync("rules", "enable", "busy"));
        Assert.Equal("busy", (string?)JsonNode.Parse(await RunAsync("rules", "show", "busy", "--format", "json"))!["id"]);
        Assert.Equal("Removed 'busy'; rules left: 0.", (await RunAsync("rules", "rm", "busy")).TrimEnd());
        Assert.Single((await RunAsync("rules", "ls")).TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Why_a_rule_did_not_apply_is_told_of_a_call_and_of_the_newest()
    {
        await ClearAsync();
        await RunAsync("rules", "add", "--id", "other-user", "--fault", "ProviderBusy", "--op", "QueryReplicationGroup", "--user", "viewer*");
        await InProcess.RunAsync(["try", "query", "--url", simulator.Address.AbsoluteUri]);
        string number = JsonNode.Parse(await RunAsync("journal", "ls", "--operation", "QueryReplicationGroup", "--limit", "1", "--format", "json"))!["calls"]![0]!["number"]!.ToString();

        Assert.Matches($"call {number}  QueryReplicationGroup  \\w+\nRULE .*\nother-user +notMatched +user +afterValidation", await RunAsync("rules", "why", number));
        Assert.Contains("other-user  notMatched", await RunAsync("rules", "why", "--last"), StringComparison.Ordinal);
        Assert.Matches($"other-user +{number} +QueryReplicationGroup +user", await RunAsync("rules", "near-misses"));
        Assert.Contains("rules without hits: other-user", await RunAsync("rules", "coverage"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_set_and_what_is_exported_can_be_set_again()
    {
        using TempDirectory directory = new();
        await File.WriteAllTextAsync(
            directory.File("r.yaml"), "version: 1\nseed: 7\nrules:\n  - do: { fault: ProviderBusy }\n", TestContext.Current.CancellationToken);

        Assert.Contains("r1 ", await RunAsync("rules", "set", directory.File("r.yaml")), StringComparison.Ordinal);
        string exported = await RunAsync("rules", "export");
        await File.WriteAllTextAsync(directory.File("r.json"), exported, TestContext.Current.CancellationToken);
        await RunAsync("rules", "set", directory.File("r.json"));

        Assert.Equal(exported, await RunAsync("rules", "export"));
        Assert.Equal(7, (int)JsonNode.Parse(exported)!["seed"]!);
    }

    [Fact]
    public async Task A_file_is_validated_without_a_simulator()
    {
        using TempDirectory directory = new();
        string good = directory.File("good.yaml");
        string bad = directory.File("bad.yaml");
        await File.WriteAllTextAsync(good, "version: 1\nrules:\n  - do: { fault: ProviderBusy }\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(bad, "version: 1\nrules:\n  - do: { fault: ProviderBussy }\n  - do: {}\n", TestContext.Current.CancellationToken);

        (int code, string output, _) = await InProcess.RunAsync(["rules", "validate", good]);
        Assert.Equal($"0 {good}: 1 rule. No problems.", $"{code} {output.TrimEnd()}");
        (code, _, string error) = await InProcess.RunAsync(["rules", "validate", bad]);
        Assert.Equal(ExitCode.Configuration, code);
        string[] lines = error.TrimEnd().Split(Environment.NewLine);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"{bad}:3:", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{bad}:4:", lines[1], StringComparison.Ordinal);
        (code, _, _) = await InProcess.RunAsync(["rules", "set", bad, "--url", simulator.Address.AbsoluteUri]);
        Assert.Equal(ExitCode.Configuration, code);
    }

    [Theory]
    [InlineData("There is no rule 'none'.", "rules", "show", "none")]
    [InlineData("did you mean ProviderBusy?", "rules", "add", "--fault", "ProviderBussy")]
    [InlineData("--fault: 'maxBatchSize' is not legal; it must be KEY=VALUE", "rules", "add", "--fault", "TooMany:maxBatchSize")]
    [InlineData("when/every: every is 'often'; it must be a whole number from 1 up", "rules", "add", "--fault", "ProviderBusy", "--every", "often")]
    [InlineData("Give the number of a call, or --last.", "rules", "why")]
    [InlineData("Give the number of a call, or --last.", "rules", "why", "1", "--last")]
    [InlineData("There is a rule 'taken' already", "rules", "add", "--id", "taken", "--fault", "ProviderBusy")]
    public async Task What_is_refused_is_wrong_usage(string message, params string[] arguments)
    {
        await ClearAsync();
        await RunAsync("rules", "add", "--id", "taken", "--fault", "ProviderBusy");

        (int code, string output, string error) = await AskAsync(arguments);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Empty(output);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    private Task ClearAsync() => simulator.SendAsync(HttpMethod.Put, "/_sim/v1/rules", """{"version":1,"rules":[]}""");

    private Task<(int Code, string Output, string Error)> AskAsync(params string[] arguments) =>
        InProcess.RunAsync(arguments, ("VASASIM_URL", simulator.Address.AbsoluteUri));

    private async Task<string> RunAsync(params string[] arguments)
    {
        (int code, string output, string error) = await AskAsync(arguments);
        Assert.True(code == ExitCode.Ok, $"{code}: {error}");
        return output;
    }
}
