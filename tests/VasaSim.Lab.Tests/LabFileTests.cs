using System.Globalization;
using VasaSim.Configuration;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;

namespace VasaSim.Lab.Tests;

public sealed class LabFileTests
{
    [Fact]
    public void Parse_SeveralProblems_AllInOrder()
    {
        const string text = """
            version: 1
            startTime: today
            sites:
              A: { vcentre: vc-a.sim.local }
            groups:
              - { id: g, source: fd-a, targets: [ { domain: fd-b } ], pits: { every: often } }
            knobs: { pitLimit: many }
            """;
        LabResult result = LabFile.Parse(text, "x.yaml");
        Assert.Null(result.Lab);
        Assert.Equal(
            [(2, 12), (4, 8), (6, 22), (6, 49), (6, 65), (6, 74), (7, 20)],
            result.Problems.Select(problem => (problem.Line, problem.Column)));
        Assert.Equal(
            "x.yaml:4:8  unknown key 'vcentre' – did you mean vcenter? (keys of site A: vcenter, hosts, datastores, datacenters, storagePolicies, placeholderDatastores)",
            result.Problems[1].ToString());
    }

    [Theory]
    [InlineData("a: [")]
    [InlineData("a: b: c")]
    [InlineData("a: 1\n\tb: 2")]
    [InlineData("a: { b: 1\nc: 2")]
    [InlineData("a:\n  - { b: 1\n  - { c: 2 }\nd: 1")]
    [InlineData("%YAML 3.0\n---\n")]
    [InlineData("a: \"\\q\"")]
    [InlineData("{ a: 1 }}")]
    public void Parse_BrokenYaml_OneProblemWithPlace(string text)
    {
        FileProblem problem = Assert.Single(LabFile.Parse(text, "x").Problems);
        Assert.StartsWith("not valid YAML", problem.Message, StringComparison.Ordinal);
        Assert.True(problem is { Line: > 0, Column: > 0 });
    }

    [Fact]
    public void Parse_NestedWithoutEnd_IsAProblem()
    {
        FileProblem problem = Assert.Single(LabFile.Parse(new string('[', 1_000_000), "x").Problems);
        Assert.Equal("nested more than 32 deep", problem.Message);
    }

    [Fact]
    public void Parse_ManyAliases_AreNotSpreadOut()
    {
        string text = "a0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 60).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n")));
        Assert.NotEmpty(LabFile.Parse(text, "x").Problems);
    }

    [Fact]
    public void Parse_ByteOrderMarkAndCarriageReturns_AreNoProblem()
    {
        Assert.Empty(LabFile.Parse("\uFEFF" + KnownLabs.TwoSitesText.ReplaceLineEndings("\r\n"), "x").Problems);
        FileProblem problem = Assert.Single(LabFile.Parse("version: 1\r\n\r\nlinks: 7\r\n", "x").Problems);
        Assert.Equal((3, 8), (problem.Line, problem.Column));
    }

    [Fact]
    public void Parse_NoName_TakesTheFiles()
    {
        Assert.Equal("my-lab", LabFile.Parse("version: 1", "dir/my-lab.yaml").Lab!.Name);
        Assert.Equal("other", LabFile.Parse("version: 1\nname: other", "dir/my-lab.yaml").Lab!.Name);
    }

    [Fact]
    public void Load_FileIsMissing_IsAProblem()
    {
        FileProblem problem = Assert.Single(LabFile.Load("no/such/lab.yaml").Problems);
        Assert.StartsWith("no/such/lab.yaml  cannot be read: ", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_File_IsRead()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "load-test.yaml");
        File.WriteAllText(path, KnownLabs.MinimalText);
        Assert.Equal("minimal", LabFile.Load(path).Lab!.Name);
    }

    [Fact]
    public void Parse_OrderOfSections_DoesNotMatter()
    {
        string reversed = "version: 1\n" + string.Join('\n', ((string[])
        [
            .. Sections(KnownLabs.TwoSitesText, "replications", "links", "faultDomains", "groups", "clouds"),
            .. Sections(KnownLabs.TwoSitesText, "providers", "sites"),
        ]));
        Assert.Empty(LabFile.Parse(reversed, "x").Problems);
    }

    private static IEnumerable<string> Sections(string text, params string[] keys) => keys.Select(key =>
    {
        int from = text.IndexOf($"\n{key}:", StringComparison.Ordinal) + 1;
        int to = from;
        do
        {
            to = text.IndexOf('\n', to) + 1;
        }
        while (to > 0 && to < text.Length && text[to] is ' ' or '\n' or '#');

        return to <= 0 ? text[from..] : text[from..to];
    });

    [Fact]
    public void Parse_Alias_StandsForItsValue()
    {
        LabResult result = LabFile.Parse(
            "version: 1\nsites: { A: , B: }\nproviders: [ { id: a, site: A }, { id: b, site: B } ]\n"
            + "faultDomains: { fd-a: { provider: a }, fd-b: { provider: b } }\ngroups:\n"
            + "  - { id: g1, source: fd-a, targets: [ { domain: fd-b } ], pits: &hourly { every: 1h, keep: 24 } }\n"
            + "  - { id: g2, source: fd-a, targets: [ { domain: fd-b } ], pits: *hourly }\n",
            "x");
        Assert.Empty(result.Problems);
        Assert.Equal(24, result.Lab!.Groups[1].Targets[0].Replicas!.Keep);
    }

    [Fact]
    public void Parse_PitsNone_OverridesTheGroups()
    {
        LabResult result = LabFile.Parse(
            "version: 1\nsites: { A: , B: }\nproviders: [ { id: a, site: A }, { id: b, site: B } ]\n"
            + "faultDomains: { fd-a: { provider: a }, fd-b: { provider: b }, fd-c: { provider: b } }\ngroups:\n"
            + "  - { id: g, source: fd-a, pits: { keep: 3 }, targets: [ { domain: fd-b }, { domain: fd-c, pits: none } ] }",
            "x");
        Assert.Empty(result.Problems);
        Assert.Equal(3, result.Lab!.Groups[0].Targets[0].Replicas!.Count);
        Assert.Null(result.Lab.Groups[0].Targets[1].Replicas);
    }

    [Fact]
    public void Parse_FailedOverOverABrokenLink_SourceMayNotKnow()
    {
        LabResult result = LabFile.Parse(
            "version: 1\nsites: { A: , B: }\nproviders: [ { id: a, site: A }, { id: b, site: B } ]\n"
            + "faultDomains: { fd-a: { provider: a }, fd-b: { provider: b } }\n"
            + "links: [ { from: fd-b, to: fd-a, up: false, lag: 4m, bandwidth: 50MB/s } ]\ngroups:\n"
            + "  - { id: g, source: fd-a, pits: { keep: 3 }, targets: [ { domain: fd-b, state: FAILEDOVER } ] }\n",
            "x");
        Assert.Empty(result.Problems);
        Assert.Equal(
            new LinkDefinition("fd-b", "fd-a", TimeSpan.FromMinutes(4), 50_000_000, false), result.Lab!.Links[0]);
        Assert.Equal(ReplicationState.Source, result.Lab.Groups[0].State);
    }
}
