using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Injection;

namespace VasaSim.Server.Tests.Cookbook;

/// <summary>The pages about rules are true: what they show can be read, and no sample goes without an entry and a test.</summary>
public sealed partial class CookbookTests
{
    private static readonly RuleFile _file = new(new RuleCatalog());

    public static TheoryData<string, string> RuleBlocks() =>
        [.. Samples.Pages.SelectMany(p => Blocks(p.Value).Where(IsRules).Select(b => new TheoryDataRow<string, string>(p.Key, b)))];

    [Theory]
    [MemberData(nameof(RuleBlocks))]
    public void Rules_in_the_documentation_can_be_read(string page, string block) => Assert.Empty(_file.ReadSet(block, page).Problems);

    [Fact]
    public void The_reference_names_every_key_of_the_format() => Assert.All(
        Keys(RuleFile.Schema()), key => Assert.Matches($"`[^`\n]*\\b{key}\\b[^`\n]*`", Samples.Pages["rules.md"]));

    [Fact]
    public void Every_sample_has_a_test_and_every_test_of_one_its_sample() => Assert.Equal(
        Samples.Paths,
        typeof(CookbookTests).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods())
            .SelectMany(m => m.GetCustomAttributes<SampleAttribute>())
            .Select(s => s.Path)
            .Order(StringComparer.Ordinal));

    [Fact]
    public void The_cookbook_shows_every_sample_as_it_is_and_no_other() => Assert.Equal(
        Samples.Paths.Select(p => $"{p}\n{Samples.Text(p)}"),
        Entry().Matches(Samples.Pages["cookbook.md"]).Select(m => $"{m.Groups[1].Value}\n{m.Groups[2].Value}").Order(StringComparer.Ordinal));

    [Fact]
    public void The_cookbook_has_no_file_that_is_not_named() => Assert.Equal(
        Blocks(Samples.Pages["cookbook.md"]).Count(), Entry().Count(Samples.Pages["cookbook.md"]));

    // All names of properties, wherever they stand in a schema.
    private static IEnumerable<string> Keys(JsonNode? schema) => schema switch
    {
        JsonObject map => [.. (map["properties"] as JsonObject ?? []).Select(p => p.Key), .. map.SelectMany(m => Keys(m.Value))],
        JsonArray list => list.SelectMany(Keys),
        _ => [],
    };

    private static IEnumerable<string> Blocks(string page) => Block().Matches(page).Select(m => m.Groups[1].Value);

    private static bool IsRules(string block) => block.Contains("\nrules:", StringComparison.Ordinal);

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    // A block that is a file has its name in the line before.
    [GeneratedRegex("\n`samples/([^`\n]+)`:?\n\n```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Entry();
}
