using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using VasaSim.Server.Tests.Sms;
using VasaSim.Server.Workspaces;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Rules;

/// <summary>The file of rules, at the start and when it changes.</summary>
public sealed class RuleFileWatchTests : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("vasasim-rules-");

    private string File => Path.Combine(_directory.FullName, "rules.yaml");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task The_rules_of_the_file_are_in_force_from_the_start()
    {
        Write(RuleOf("busy", "ProviderBusy"));
        await using Simulator simulator = await StartAsync();

        JsonNode rules = await RulesAsync(simulator);
        Assert.Equal(File, (string?)rules["file"]);
        Assert.Equal(1, (int)rules["count"]!);
        Assert.NotNull(rules["loaded"]);
        Assert.Empty(rules["problems"]!.AsArray());
        Assert.IsType<ProviderBusy>(await QueryAsync(simulator));
    }

    [Fact]
    public async Task A_file_that_is_not_legal_ends_the_start_with_all_problems()
    {
        Write("version: 1\nrules:\n  - id: x\n    do: { fault: ProviderBussy }\n  - match: { opration: Sync* }\n    do: { fault: ProviderBusy }\n");

        WorkspaceException e = await Assert.ThrowsAsync<WorkspaceException>(StartAsync);

        string[] lines = e.Message.Split(Environment.NewLine);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"{File}:4:", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{File}:5:", lines[1], StringComparison.Ordinal);
        Assert.Contains($"{File}  cannot be read", (await MissingAsync()).Message, StringComparison.Ordinal);

        Task<WorkspaceException> MissingAsync()
        {
            System.IO.File.Delete(File);
            return Assert.ThrowsAsync<WorkspaceException>(StartAsync);
        }
    }

    [Fact]
    public async Task A_new_version_replaces_the_rules_and_those_that_are_the_same_keep_their_counts()
    {
        Write(RuleOf("once", "ProviderBusy", "when: { calls: 1 }"), RuleOf("other", "NotImplemented", "match: { user: nobody* }"));
        await using Simulator simulator = await StartAsync();
        Assert.IsType<ProviderBusy>(await QueryAsync(simulator));

        Write(RuleOf("once", "ProviderBusy", "when: { calls: 1 }"), RuleOf("a", "NotImplemented", "match: { user: nobody* }"), RuleOf("b", "NotImplemented", "match: { user: nobody* }"));
        await UntilAsync(simulator, r => (int)r["count"]! == 3);

        Assert.Null(await QueryAsync(simulator));
    }

    [Fact]
    public async Task A_version_that_an_editor_renames_into_place_is_seen()
    {
        Write(RuleOf("busy", "ProviderBusy"));
        await using Simulator simulator = await StartAsync();

        System.IO.File.Move(File, File + "~");
        string other = Path.Combine(_directory.FullName, ".rules.yaml.swp");
        await System.IO.File.WriteAllTextAsync(other, FileOf(RuleOf("gone", "NotImplemented")), TestContext.Current.CancellationToken);
        System.IO.File.Move(other, File, overwrite: true);

        await UntilAsync(simulator, _ => simulator.Host.Workspace.Rules.Set.Rules.Single().Id == "gone");
        Assert.IsType<NotImplemented>(await QueryAsync(simulator));
    }

    [Fact]
    public async Task Of_a_bad_version_the_problems_are_told_and_the_rules_before_stay()
    {
        Write(RuleOf("busy", "ProviderBusy"));
        await using Simulator simulator = await StartAsync();
        using HttpResponseMessage events = await simulator.Control.GetAsync(
            new Uri("/_sim/v1/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

        Write("- id: [");
        await UntilAsync(simulator, r => r["problems"]!.AsArray().Count > 0);

        JsonNode rules = await RulesAsync(simulator);
        Assert.Equal(1, (int)rules["count"]!);
        Assert.StartsWith($"{File}:", (string)rules["problems"]![0]!, StringComparison.Ordinal);
        Assert.IsType<ProviderBusy>(await QueryAsync(simulator));
        using HttpResponseMessage ready = await simulator.Control.GetAsync(new Uri("/_sim/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)ready.StatusCode);

        Write(RuleOf("busy", "ProviderBusy"), RuleOf("busier", "ProviderBusy"));
        await UntilAsync(simulator, r => r["problems"]!.AsArray().Count == 0 && (int)r["count"]! == 2);
        using StreamReader stream = new(await events.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        List<JsonNode> told = [];
        while (told.Count < 2)
        {
            if (await stream.ReadLineAsync(TestContext.Current.CancellationToken) == "event: rules")
            {
                told.Add(JsonNode.Parse((await stream.ReadLineAsync(TestContext.Current.CancellationToken))!["data: ".Length..])!);
            }
        }

        Assert.NotEmpty(told[0]["problems"]!.AsArray());
        Assert.Equal("[]|2", $"{told[1]["problems"]!.ToJsonString()}|{told[1]["count"]}");
    }

    [Fact]
    public async Task Without_a_file_only_the_count_is_told()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        Assert.Equal("""{"file":null,"loaded":null,"count":0,"problems":[]}""", (await RulesAsync(simulator)).ToJsonString());
    }

    private static string RuleOf(string id, string fault, string more = "continue: false") =>
        $"  - id: {id}\n    {more}\n    do: {{ fault: {fault} }}\n";

    private static string FileOf(params string[] rules) => "version: 1\nrules:\n" + string.Concat(rules);

    private void Write(params string[] rules) =>
        System.IO.File.WriteAllText(File, rules[0].StartsWith("  - id", StringComparison.Ordinal) ? FileOf(rules) : rules[0]);

    private Task<Simulator> StartAsync() => Simulator.StartAsync(o => o with { RuleFile = File });

    private static async Task<JsonNode> RulesAsync(Simulator simulator) => (await simulator.Control.GetFromJsonAsync<JsonNode>(
        new Uri("/_sim/info", UriKind.Relative), TestContext.Current.CancellationToken))!["rules"]!;

    // The fault of a query, or null.
    private static async Task<object?> QueryAsync(Simulator simulator)
    {
        SmsClient client = SmsClient.LogIn(simulator);
        return (await client.Soap.CallAsync(SmsClient.Provider(3), new QueryReplicationGroupRequest { GroupId = [SmsClient.Group("fd-b1", "rg-01-t")] })).Fault;
    }

    private static async Task UntilAsync(Simulator simulator, Func<JsonNode, bool> condition)
    {
        Stopwatch waited = Stopwatch.StartNew();
        while (!condition(await RulesAsync(simulator)))
        {
            Assert.True(waited.Elapsed < _patience, "The file's new version was not seen.");
        }
    }
}
