using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;
using VasaSim.Configuration;
using VasaSim.Configuration.Yaml;
using VasaSim.Faults.Rules;
using VasaSim.Server.Injection;

namespace VasaSim.Server.Tests.Rules;

/// <summary>The JSON schema and the reader of rule files agree on what is legal.</summary>
public partial class RuleSchemaTests
{
    private static readonly JsonSchema _schema = JsonSchema.FromText(RuleFile.Schema().ToJsonString(), new BuildOptions { SchemaRegistry = new() });

    /// <summary>Every rule file of the documentation.</summary>
    public static TheoryData<string, string> Documented { get; } = [.. Directory
        .EnumerateFiles(Root, "*.md")
        .Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md"))
        .SelectMany(f => Block().Matches(File.ReadAllText(f)).Select(b => (Path.GetRelativePath(Root, f), b.Groups["text"].Value)))
        .Concat(Directory.EnumerateFiles(Path.Combine(Root, "samples", "rules")).Select(f => (Path.GetRelativePath(Root, f), Value: File.ReadAllText(f))))
        .Where(b => Tree(b.Value) is YamlMapping map && map.Find("version") is not null && map.Find("rules") is not null && map.Find("sites") is null)];

    [Fact]
    public void The_documentation_has_rule_files() => Assert.NotEmpty(Documented);

    [Theory]
    [MemberData(nameof(Documented))]
    public void Rule_files_of_the_documentation_are_legal_for_both(string file, string text)
    {
        Assert.Empty(new RuleFile(new RuleCatalog()).ReadSet(text, file).Problems);
        Assert.True(IsLegal(text), file);
    }

    [Theory]
    [InlineData("do: { fault: ProviderBusy }")]
    [InlineData("do: { fault: { type: TooMany, maxBatchSize: 4, message: x }, as: soapFault, latency: 200ms }")]
    [InlineData("do: { fault: { oneOf: { ProviderBusy: 3, NotImplemented: 1 } } }")]
    [InlineData("do: { latency: { uniform: { min: 1s, max: 1m30s } } }")]
    [InlineData("do: { latency: 0 }")]
    [InlineData("do: { connection: { truncate: 512 } }")]
    [InlineData("do: { connection: { drip: 16B/s } }")]
    [InlineData("do: { connection: hang, for: 1h }")]
    [InlineData("do: { sequence: [ { fault: ProviderBusy, times: 2 }, { pass: forever } ] }")]
    [InlineData("do: { sequence: [ { fault: ProviderBusy }, { pass: 3 } ] }")]
    [InlineData("do: { task: { holdAt: 40, for: 10m } }")]
    [InlineData("do: { state: { link: down, ends: [fd-a1, fd-b1], for: 1m } }")]
    [InlineData("do: { reply: { namespacePrefixes: random, chunked: true } }")]
    [InlineData("do: { httpStatus: 503 }\n    when: { calls: 2 }")]
    [InlineData("do: { httpStatus: 503 }\n    when: { calls: '1,4-6', every: 2, chance: 1, key: [operation], window: { from: 2025-01-15T12:00:00Z, for: 1d } }")]
    [InlineData("do: { httpStatus: 503 }\n    match: { operation: [Sync*, 'Failover*'], kind: task, groups: { label: tier=gold, index: [first, 2], pick: random, over: 1 } }")]
    [InlineData("do: { httpStatus: 503 }\n    match: { groups: { label: { tier: g* }, index: last, pick: 2 }, header: { X-Test: '1' }, link: down }")]
    [InlineData("do: { httpStatus: 503 }\n    match: { link: { ends: [a, b], state: up } }\n    limits: { maxHits: 1, ttl: 2m }\n    priority: -5\n    enabled: false")]
    public void What_is_legal_is_so_for_both(string rule)
    {
        string text = FileOf(rule);
        Assert.Empty(new RuleFile().ReadSet(text, "f").Problems);
        Assert.True(IsLegal(text));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("do: { fualt: ProviderBusy }")]
    [InlineData("do: { fault: { message: x } }")]
    [InlineData("do: { fault: ProviderBusy, as: soapfault }")]
    [InlineData("do: { latency: soon }")]
    [InlineData("do: { latency: 5 }")]
    [InlineData("do: { latency: { uniform: { min: 1s } } }")]
    [InlineData("do: { connection: { drip: 16B } }")]
    [InlineData("do: { connection: { } }")]
    [InlineData("do: { connection: { truncate: 1, drip: 1B/s } }")]
    [InlineData("do: { fault: '' }")]
    [InlineData("do: { httpStatus: 200 }")]
    [InlineData("do: { httpStatus: '503' }")]
    [InlineData("do: { sequence: [ { pass: never } ] }")]
    [InlineData("do: { sequence: [ { pass: 0 } ] }")]
    [InlineData("do: { task: { holdAt: 100 } }")]
    [InlineData("do: { fault: X }\n    at: beforeCommit")]
    [InlineData("do: { fault: X }\n    enabled: yes")]
    [InlineData("do: { fault: X }\n    id: a b")]
    [InlineData("do: { fault: X }\n    id: ''")]
    [InlineData("do: { fault: X }\n    description: ''")]
    [InlineData("do: { fault: X }\n    priority: 1001")]
    [InlineData("do: { fault: X }\n    when: { calls: 0 }")]
    [InlineData("do: { fault: X }\n    when: { calls: -1 }")]
    [InlineData("do: { fault: X }\n    when: { calls: '2-1-3' }")]
    [InlineData("do: { fault: X }\n    when: { calls: '0-2' }")]
    [InlineData("do: { fault: X }\n    when: { chance: 0 }")]
    [InlineData("do: { fault: X }\n    when: { chance: 1.5 }")]
    [InlineData("do: { fault: X }\n    when: { key: operation }")]
    [InlineData("do: { fault: X }\n    when: { every: 0 }")]
    [InlineData("do: { fault: X }\n    when: { window: { from: yesterday } }")]
    [InlineData("do: { fault: X }\n    match: { operation: [] }")]
    [InlineData("do: { fault: X }\n    match: { operation: '' }")]
    [InlineData("do: { fault: X }\n    match: { protocol: grpc }")]
    [InlineData("do: { fault: X }\n    match: { header: {} }")]
    [InlineData("do: { fault: X }\n    match: { groups: { label: tier } }")]
    [InlineData("do: { fault: X }\n    match: { groups: { index: -2 } }")]
    [InlineData("do: { fault: X }\n    match: { groups: { pick: 0 } }")]
    [InlineData("do: { fault: X }\n    match: { groups: { over: -1 } }")]
    [InlineData("do: { fault: X }\n    limits: { ttl: -2m }")]
    public void What_is_not_legal_is_so_for_both(string rule)
    {
        string text = FileOf(rule);
        Assert.NotEmpty(new RuleFile().ReadSet(text, "f").Problems);
        Assert.False(IsLegal(text));
    }

    [Theory]
    [InlineData("rules: []")]
    [InlineData("version: 1")]
    [InlineData("version: 2\nrules: []")]
    [InlineData("version: 1\nrules: {}")]
    [InlineData("version: 1\nrules: []\nsede: 1")]
    [InlineData("version: 1\nrules: []\nseed: 1.5")]
    [InlineData("- 1")]
    public void A_file_that_is_none_is_so_for_both(string text)
    {
        Assert.NotEmpty(new RuleFile().ReadSet(text, "f").Problems);
        Assert.False(IsLegal(text));
    }

    private static string Root
    {
        get
        {
            DirectoryInfo directory = new(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(directory.FullName, "VasaSim.sln")))
            {
                directory = directory.Parent!;
            }

            return directory.FullName;
        }
    }

    private static string FileOf(string rule) => rule == "{}" ? "version: 1\nrules:\n  - {}\n" : $"version: 1\nrules:\n  - {rule}\n";

    private static YamlNode? Tree(string text) => new YamlReader(text, new Problems("f"), "rule file").Read();

    private static bool IsLegal(string text)
    {
        JsonNode? json = YamlJson.ToJson(Tree(text)!);
        using JsonDocument document = JsonDocument.Parse(json?.ToJsonString() ?? "null");
        return _schema.Evaluate(document.RootElement, new EvaluationOptions { RequireFormatValidation = true }).IsValid;
    }

    [GeneratedRegex(@"^```(yaml|json)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
