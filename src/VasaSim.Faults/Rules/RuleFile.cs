using System.Text.Json;
using System.Text.Json.Nodes;
using VasaSim.Configuration;
using VasaSim.Configuration.Shapes;
using VasaSim.Configuration.Yaml;

namespace VasaSim.Faults.Rules;

/// <summary>
/// Reads rules as people write them, in YAML or JSON, and writes them as JSON. The format is described in
/// <c>docs/rules.md</c>. Safe for threads.
/// </summary>
/// <param name="catalog">Knows what the API has; null: nothing of the API is checked.</param>
public sealed class RuleFile(IRuleCatalog? catalog = null)
{
    /// <summary>Reads a rule file.</summary>
    /// <param name="text">YAML, or JSON; may be anything.</param>
    /// <param name="name">How problems call it.</param>
    /// <returns>The rules or all problems; never throws for what is in the text.</returns>
    public RuleFileResult<RuleSet> ReadSet(string text, string name) => Read(text, name, ReadSet);

    /// <summary>Reads a rule file that came as JSON.</summary>
    public RuleFileResult<RuleSet> ReadSet(JsonElement json, string name) => Read(YamlJson.ToYaml(json), name, ReadSet);

    /// <summary>Reads one rule.</summary>
    /// <inheritdoc cref="ReadSet(string, string)"/>
    public RuleFileResult<Rule> ReadRule(string text, string name) => Read(text, name, ReadRule);

    /// <summary>Reads one rule that came as JSON.</summary>
    public RuleFileResult<Rule> ReadRule(JsonElement json, string name) => Read(YamlJson.ToYaml(json), name, ReadRule);

    /// <summary>The rules as JSON that <see cref="ReadSet(string, string)"/> reads.</summary>
    public static JsonNode Write(RuleSet set) => RuleShapes.Set.Write(set)!;

    /// <summary>One rule as JSON.</summary>
    public static JsonNode Write(Rule rule) => RuleShapes.Rule.Write(rule)!;

    /// <summary>The JSON schema of rule files, for editors.</summary>
    public static JsonObject Schema()
    {
        JsonObject schema = RuleShapes.Set.Schema();
        JsonObject whole = new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "VasaSim fault rules",
        };
        foreach ((string name, JsonNode? value) in schema)
        {
            whole[name] = value?.DeepClone();
        }

        return whole;
    }

    /// <summary>The set with an id for every rule: those without one are called <c>r1</c>, <c>r2</c> … by their place.</summary>
    public static RuleSet WithIds(RuleSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        HashSet<string> taken = [.. set.Rules.Select(r => r.Id)];
        return set with { Rules = [.. set.Rules.Select((r, i) => r.Id.Length > 0 ? r : r with { Id = FreeId(taken, i + 1) })] };
    }

    private static RuleFileResult<T> Read<T>(string text, string name, Func<YamlNode, Problems, T?> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(text);
        Problems problems = new(name);
        return new YamlReader(text, problems, "rule file").Read() is { } root
            ? Read(root, problems, read)
            : new RuleFileResult<T>(null, problems.InOrder());
    }

    private static RuleFileResult<T> Read<T>(YamlNode root, string name, Func<YamlNode, Problems, T?> read)
        where T : class => Read(root, new Problems(name), read);

    private static RuleFileResult<T> Read<T>(YamlNode root, Problems problems, Func<YamlNode, Problems, T?> read)
        where T : class
    {
        T? value = read(root, problems);
        return problems.Count == 0 ? new(value, []) : new(null, problems.InOrder(root));
    }

    private RuleSet? ReadSet(YamlNode root, Problems problems)
    {
        RuleShapes.Set.TryRead(root, "the file", problems, out RuleSet? set);

        // One by one: what is wrong with a rule hides nothing that is wrong with the others.
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        foreach (YamlNode item in ((root as YamlMapping)?.Find("rules") as YamlSequence)?.Items ?? [])
        {
            if (ReadRule(item, "rules", problems) is { Id: { Length: > 0 } id } && !lines.TryAdd(id, item.Line))
            {
                string where = lines[id] > 0 ? $"; first on line {lines[id]}" : "";
                problems.Add((item as YamlMapping)?.Find("id") ?? item, $"the id '{id}' is given twice{where}");
            }
        }

        return set is null ? null : WithIds(set);
    }

    private Rule? ReadRule(YamlNode root, Problems problems) => ReadRule(root, "the rule", problems);

    private Rule? ReadRule(YamlNode root, string what, Problems problems)
    {
        if (RuleShapes.Rule.TryRead(root, what, problems, out Rule? rule))
        {
            Check(rule, root, problems);
        }

        return rule;
    }

    private void Check(Rule rule, YamlNode node, Problems problems)
    {
        foreach (RuleProblem problem in catalog?.ProblemsOf(rule) ?? [])
        {
            problems.Add(NodeAt(node, problem.Path), problem.Message);
        }
    }

    // The nearest that there is: what is wrong may be something that was left out.
    private static YamlNode NodeAt(YamlNode node, string path)
    {
        YamlNode at = node;
        foreach (string part in path.Split('.'))
        {
            YamlNode? next = at switch
            {
                YamlMapping map => map.Find(part),
                YamlSequence list when int.TryParse(part, out int index) && index < list.Items.Count => list.Items[index],
                _ => null,
            };
            if (next is null)
            {
                break;
            }

            at = next;
        }

        return at;
    }

    private static string FreeId(HashSet<string> taken, int number)
    {
        while (!taken.Add($"r{number}"))
        {
            number++;
        }

        return $"r{number}";
    }
}
