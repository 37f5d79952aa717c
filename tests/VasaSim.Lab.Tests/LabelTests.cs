using VasaSim.Configuration;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;

namespace VasaSim.Lab.Tests;

public sealed class LabelTests
{
    private const string Head =
        "version: 1\nsites: { A: , B: }\nproviders: [ { id: a, site: A }, { id: b, site: B } ]\n"
        + "faultDomains: { fd-a: { provider: a }, fd-b: { provider: b } }\n";

    [Fact]
    public void Parse_Labels_AreThoseOfTheSourceAndOfItsTargets()
    {
        LabResult result = LabFile.Parse(
            Head + "groups: [ { id: g, source: fd-a, labels: { tier: gold, app.name: \"a b\", n: 7 }, targets: [ { domain: fd-b } ] } ]", "x");

        Assert.Empty(result.Problems);
        ReplicationGroup[] groups =
            [.. WorldBuilder.Build(result.Lab!, 1, DateTimeOffset.UnixEpoch, true).OfType<ReplicationGroup>()];
        Assert.Equal(2, groups.Length);
        Assert.All(groups, g => Assert.Equal(
            [new("tier", "gold"), new("app.name", "a b"), new("n", "7")], g.Labels));
    }

    [Fact]
    public void Parse_LabelsOfATemplate_HaveTheNumber()
    {
        LabResult result = LabFile.Parse(
            Head + "groups: [ { template: { count: 2, id: \"g{n}\", source: fd-a, labels: { app: \"app-{n:00}\" }, targets: [ { domain: fd-b } ] } } ]", "x");

        Assert.Empty(result.Problems);
        Assert.Equal(["app-01", "app-02"], result.Lab!.Groups.Select(g => g.Labels["app"]));
    }

    [Theory]
    [InlineData("{ \"a=b\": c }", "'a=b' cannot be the name of a label")]
    [InlineData("{ \"\": c }", "'' cannot be the name of a label")]
    [InlineData("{ a: }", "a is nothing")]
    [InlineData("{ a: [b] }", "a is a list")]
    [InlineData("[ a ]", "a mapping")]
    public void Parse_LabelsThatAreNone_AreProblems(string labels, string message)
    {
        FileProblem problem = Assert.Single(LabFile.Parse(
            Head + $"groups: [ {{ id: g, source: fd-a, labels: {labels}, targets: [ {{ domain: fd-b }} ] }} ]", "x").Problems);

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64, 0)]
    [InlineData(65, 1)]
    public void Parse_TooManyLabels_AreAProblem(int count, int problems) => Assert.Equal(
        problems,
        LabFile.Parse(
            Head + $"groups: [ {{ id: g, source: fd-a, labels: {{ {string.Join(", ", Enumerable.Range(1, count).Select(n => $"l{n}: x"))} }}, targets: [ {{ domain: fd-b }} ] }} ]",
            "x").Problems.Count);
}
