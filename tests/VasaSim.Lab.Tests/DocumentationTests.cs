using System.Text.RegularExpressions;
using VasaSim.Configuration;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;

namespace VasaSim.Lab.Tests;

/// <summary>The page about the format is true: its examples can be read, and it names every key.</summary>
public sealed partial class DocumentationTests
{
    // What an example leaves out.
    private static readonly (string Key, string Text)[] Rest =
    [
        ("version", "version: 1\n"),
        ("sites", "sites: { A: , B: }\n"),
        ("providers", "providers: [ { id: vasaProvider-1, site: A }, { id: vasaProvider-3, site: B } ]\n"),
        ("faultDomains", "faultDomains: { fd-a1: { provider: vasaProvider-1 }, fd-b1: { provider: vasaProvider-3 } }\n"),
    ];

    private static readonly string Page = File.ReadAllText(Path.Combine(Root(), "docs", "lab-file.md"));

    public static TheoryData<string> Examples() => [.. YamlBlock().Matches(Page).Select(match => match.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_CanBeRead(string example)
    {
        string text = string.Concat(Rest.Where(rest => !HasKey(example, rest.Key)).Select(rest => rest.Text)) + example;
        LabResult result = LabFile.Parse(text, "example.yaml");
        Assert.Empty(result.Problems);
        Assert.NotEmpty(WorldBuilder.Build(result.Lab!, 1, new DateTimeOffset(2025, 1, 15, 0, 0, 0, TimeSpan.Zero), true));
    }

    // A section with an unknown key says which it knows.
    [Theory]
    [InlineData("zzz: 1")]
    [InlineData("sites: { A: { zzz: 1 } }")]
    [InlineData("sites: { A: { hosts: [ { id: h, zzz: 1 } ] } }")]
    [InlineData("sites: { A: { datastores: [ { id: d, zzz: 1 } ] } }")]
    [InlineData("sites: { A: { datastores: [ { id: d, capability: { id: c, zzz: 1 } } ] } }")]
    [InlineData("arrays: [ { id: a, zzz: 1 } ]")]
    [InlineData("arrays: [ { id: a, discoveryServices: [ { zzz: 1 } ] } ]")]
    [InlineData("arrays: [ { id: a, processors: [ { id: p, zzz: 1 } ] } ]")]
    [InlineData("arrays: [ { id: a, processors: [ { id: p, ports: [ { id: q, zzz: 1 } ] } ] } ]")]
    [InlineData("arrays: [ { id: a, pools: [ { id: p, zzz: 1 } ] } ]")]
    [InlineData("arrays: [ { id: a, luns: [ { id: l, zzz: 1 } ] } ]")]
    [InlineData("arrays: [ { id: a, fileSystems: [ { id: f, zzz: 1 } ] } ]")]
    [InlineData("containers: [ { id: c, zzz: 1 } ]")]
    [InlineData("providers: [ { id: p, site: A, zzz: 1 } ]")]
    [InlineData("providers: [ { id: p, site: A, alarms: [ { entityId: x, zzz: 1 } ] } ]")]
    [InlineData("providers: [ { id: p, site: A, certificate: { zzz: 1 } } ]")]
    [InlineData("providers: [ { id: p, site: A, models: [ { zzz: 1 } ] } ]")]
    [InlineData("providers: [ { id: p, site: A, arrays: [ { id: x, zzz: 1 } ] } ]")]
    [InlineData("providers: [ { id: p, site: A, maxBatchSize: { zzz: 1 } } ]")]
    [InlineData("faultDomains: { fd-a1: { provider: vasaProvider-1, zzz: 1 } }")]
    [InlineData("links: [ { from: fd-a1, to: fd-b1, zzz: 1 } ]")]
    [InlineData("groups: [ { id: g, source: fd-a1, targets: [ { domain: fd-b1 } ], zzz: 1 } ]")]
    [InlineData("groups: [ { id: g, source: fd-a1, targets: [ { domain: fd-b1, zzz: 1 } ] } ]")]
    [InlineData("groups: [ { template: { count: 1, id: g, source: fd-a1, targets: [ { domain: fd-b1 } ], zzz: 1 } } ]")]
    [InlineData("groups: [ { id: g, source: fd-a1, targets: [ { domain: fd-b1 } ], devices: { vms: 1, zzz: 1 } } ]")]
    [InlineData("groups: [ { id: g, source: fd-a1, targets: [ { domain: fd-b1 } ], vms: [ { id: v, zzz: 1 } ] } ]")]
    [InlineData("groups: [ { id: g, source: fd-a1, targets: [ { domain: fd-b1 } ], pits: { keep: 1, zzz: 1 } } ]")]
    [InlineData("clouds: { c: { site: A, zzz: 1 } }")]
    [InlineData("clouds: { c: { site: A, kind: vcenter, zzz: 1 } }")]
    [InlineData("clouds: { c: { site: A, kind: vcenter, vms: [ { id: v, zzz: 1 } ] } }")]
    [InlineData("clouds: { c: { site: A, orgs: { o: { zzz: 1 } } } }")]
    [InlineData("clouds: { c: { site: A, orgs: { o: { vdcs: [ { name: v, zzz: 1 } ] } } } }")]
    [InlineData("clouds: { c: { site: A, orgs: { o: { vapps: [ { name: v, zzz: 1 } ] } } } }")]
    [InlineData("clouds: { c: { site: A, orgs: { o: { vapps: [ { name: v, vms: [ { name: m, zzz: 1 } ] } ] } } } }")]
    [InlineData("slaProfiles: [ { name: s, zzz: 1 } ]")]
    [InlineData("slaProfiles: [ { name: s, retention: [ { instances: 1, distance: 1m, zzz: 1 } ] } ]")]
    [InlineData("policies: [ { name: p, zzz: 1 } ]")]
    [InlineData("clouds: { c: { site: A, orgs: { o: { vapps: [ { name: v } ] } } }, d: { site: B, orgs: { p: } } }\nreplications: [ { vapp: c/o/v, to: { site: d }, zzz: 1 } ]")]
    [InlineData("clouds: { c: { site: A, orgs: { o: { vapps: [ { name: v } ] } } }, d: { site: B, orgs: { p: } } }\nreplications: [ { vapp: c/o/v, to: { site: d, zzz: 1 } } ]")]
    [InlineData("sites: { A: { datacenters: [ { zzz: 1 } ] } }")]
    [InlineData("sites: { A: { storagePolicies: [ { id: p, zzz: 1 } ] } }")]
    [InlineData("mappings: [ { from: group-v3, to: group-v13, zzz: 1 } ]")]
    [InlineData("protectionGroups: [ { name: p, from: A, to: B, vms: [ ], zzz: 1 } ]")]
    [InlineData("recoveryPlans: [ { name: p, from: A, to: B, zzz: 1 } ]")]
    [InlineData("recoveryPlans: [ { name: p, from: A, to: B, testNetworks: [ { zzz: 1 } ] } ]")]
    [InlineData("knobs: { recovery: { zzz: 1 } }")]
    [InlineData("knobs: { zzz: 1 }")]
    [InlineData("knobs: { cloud: { zzz: 1 } }")]
    [InlineData("knobs: { taskDuration: { zzz: 1 } }")]
    [InlineData("knobs: { taskRetention: { zzz: 1 } }")]
    public void Section_EveryKeyIsOnThePage(string section)
    {
        string text = string.Concat(Rest.Where(rest => !HasKey(section, rest.Key)).Select(rest => rest.Text)) + section;
        FileProblem problem = LabFile.Parse(text, "x").Problems.First(p => p.Message.Contains("'zzz'", StringComparison.Ordinal));
        string keys = KeysOf().Match(problem.Message).Groups[1].Value;
        Assert.NotEmpty(keys);
        Assert.All(keys.Split(", "), key => Assert.Contains($"`{key}`", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void Knobs_EveryMemberIsAKey() => AssertKeys(
        typeof(Knobs).GetProperties().Select(property => property.Name),
        KeysAt("knobs: { zzz: 1 }"));

    [Fact]
    public void CloudKnobs_EveryMemberIsAKey() => AssertKeys(
        typeof(CloudKnobs).GetProperties().Select(property => property.Name),
        KeysAt("knobs: { cloud: { zzz: 1 } }"));

    [Fact]
    public void RecoveryKnobs_EveryMemberIsAKey() => AssertKeys(
        typeof(RecoveryKnobs).GetProperties().Select(property => property.Name),
        KeysAt("knobs: { recovery: { zzz: 1 } }"));

    [Fact]
    public void ReplicationPolicy_EveryMemberIsAKey() => AssertKeys(
        typeof(ReplicationPolicy).GetProperties().Select(property => property.Name).Except(["Ordinal", "Key", "DisplayName"]).Append("Name"),
        KeysAt("policies: [ { name: p, zzz: 1 } ]"));

    [Fact]
    public void TaskDurations_EveryMemberIsAKey() => AssertKeys(
        typeof(TaskDurations).GetProperties().Select(property => property.Name).Except(["Instant"]),
        KeysAt("knobs: { taskDuration: { zzz: 1 } }"));

    [Fact]
    public void Provider_EveryMemberIsAKey()
    {
        string[] derived = ["StatusSince", "Ordinal", "IsReachable", "Replicates", "Key"];
        AssertKeys(
            typeof(Provider).GetProperties().Concat(typeof(ProviderSwitches).GetProperties())
                .Select(property => property.Name)
                .Except(derived)
                .Concat(["Registered", "CertificateExpiry", "Alarms"])
                .Select(name => name is ['I', 's', ..] ? name[2..] : name),
            KeysAt("providers: [ { id: p, site: A, zzz: 1 } ]"));
    }

    private static void AssertKeys(IEnumerable<string> members, string[] keys) => Assert.Equal(
        members.Select(name => char.ToLowerInvariant(name[0]) + name[1..]).Order(StringComparer.Ordinal),
        keys.Order(StringComparer.Ordinal));

    private static string[] KeysAt(string section)
    {
        string text = string.Concat(Rest.Where(rest => !HasKey(section, rest.Key)).Select(rest => rest.Text)) + section;
        string message = LabFile.Parse(text, "x").Problems.First(
            p => p.Message.Contains("'zzz'", StringComparison.Ordinal)).Message;
        return KeysOf().Match(message).Groups[1].Value.Split(", ");
    }

    private static bool HasKey(string text, string key) =>
        text.StartsWith(key + ":", StringComparison.Ordinal) || text.Contains($"\n{key}:", StringComparison.Ordinal);

    private static string Root()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "VasaSim.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("The solution's directory was not found.");
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex YamlBlock();

    [GeneratedRegex(@"\(keys of [^:]*: (.*)\)$")]
    private static partial Regex KeysOf();
}
