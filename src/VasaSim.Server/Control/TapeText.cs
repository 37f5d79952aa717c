using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using VasaSim.Configuration;
using VasaSim.Faults.Actions;
using VasaSim.Faults.Decisions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Injection;

namespace VasaSim.Server.Control;

/// <summary>
/// Writes and reads tapes: a line with the version, the seed and the rules, then a line for each decision, all in JSON
/// (<c>docs/control-api.md</c>). Safe for threads.
/// </summary>
public static class TapeText
{
    /// <summary>What it is on the wire.</summary>
    internal const string ContentType = "application/x-ndjson";

    private const int Version = 1;
    private const string HeadForm = """the first line of a tape is {"version": 1, "seed": NUMBER, "rules": RULE FILE}""";

    private static readonly RuleFile _rules = new(new RuleCatalog());

    // Whoever changes a tape by hand is told of every slip.
    private static readonly ControlJson _strict = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    });

    /// <summary>The lines of a tape.</summary>
    public static IEnumerable<string> LinesOf(DecisionTape tape)
    {
        ArgumentNullException.ThrowIfNull(tape);
        JsonObject head = new() { ["version"] = Version, ["seed"] = tape.Seed, ["rules"] = RuleFile.Write(tape.Rules with { Version = 1 }) };
        return tape.Decisions
            .Select(d => JsonSerializer.Serialize(DecisionReport.Of(d), ControlJson.OneLine.DecisionReport))
            .Prepend(head.ToJsonString(ControlJson.OneLine.Options));
    }

    /// <summary>Reads a tape.</summary>
    /// <param name="lines">Its lines; they may be anything.</param>
    /// <param name="name">How problems call it.</param>
    /// <returns>The tape or all problems, each with its line.</returns>
    public static RuleFileResult<DecisionTape> Read(IEnumerable<string> lines, string name)
    {
        ArgumentNullException.ThrowIfNull(lines);
        List<FileProblem> problems = [];
        List<Decision> decisions = [];
        RuleSet? rules = null;
        long seed = 0;
        int number = 0;
        foreach (string line in lines)
        {
            number++;
            if (number == 1)
            {
                (rules, seed) = ReadHead(line, message => problems.Add(new FileProblem(name, 1, 1, message)));
            }
            else if (line.Length > 0 && ReadDecision(line, rules, message => problems.Add(new FileProblem(name, number, 1, message))) is { } decision)
            {
                decisions.Add(decision);
            }
        }

        if (number == 0)
        {
            problems.Add(new FileProblem(name, 1, 1, $"is empty; {HeadForm}"));
        }

        return problems.Count == 0 ? new(new DecisionTape(rules!, seed, decisions), []) : new(null, problems);
    }

    private static (RuleSet? Rules, long Seed) ReadHead(string line, Action<string> add)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement head = document.RootElement;
            if (head.ValueKind != JsonValueKind.Object
                || !head.TryGetProperty("version", out JsonElement version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out int v) || v != Version
                || !head.TryGetProperty("seed", out JsonElement seed) || seed.ValueKind != JsonValueKind.Number || !seed.TryGetInt64(out long s)
                || !head.TryGetProperty("rules", out JsonElement rules))
            {
                add(HeadForm);
                return (null, 0);
            }

            RuleFileResult<RuleSet> read = _rules.ReadSet(rules, "rules");
            foreach (FileProblem problem in read.Problems)
            {
                add($"rules{problem.Pointer}: {problem.Message}");
            }

            return (read.Value, s);
        }
        catch (JsonException e)
        {
            add($"is not JSON: {e.Message}; {HeadForm}");
            return (null, 0);
        }
    }

    private static Decision? ReadDecision(string line, RuleSet? rules, Action<string> add)
    {
        DecisionReport? report;
        try
        {
            report = JsonSerializer.Deserialize(line, _strict.DecisionReport);
        }
        catch (JsonException e)
        {
            add($"is not a decision: {e.Message}");
            return null;
        }

        if (report is null || !RuleShapes.TryPhaseOf(report.At, out _) || report.Nth < 1)
        {
            add("is not a decision: at is a point of a call, and nth a number from 1");
            return null;
        }

        // A rule that was replaced since has no say any more; of the others a tape can only want what they can do.
        if (report.Fired && rules?.Rules.FirstOrDefault(r => r.Id == report.Rule) is { } rule && ProblemOf(report, rule) is { } problem)
        {
            add(problem);
            return null;
        }

        return report.ToDecision();
    }

    private static string? ProblemOf(DecisionReport decision, Rule rule)
    {
        IReadOnlyList<RuleAction> actions = rule.Do.Sequence is { } steps ? [.. steps.Select(s => s.Do)] : [rule.Do];
        if (decision.Step is { } step && (rule.Do.Sequence is null || step < 0 || step >= actions.Count))
        {
            return $"step {step}: the rule '{rule.Id}' has no such step";
        }

        string[] faults = [.. actions.SelectMany(a => a.Fault?.Types ?? [])];
        return decision.Fault is { } fault && !faults.Contains(fault)
            ? $"fault '{fault}': the rule '{rule.Id}' raises {Problems.List(faults)}{DidYouMean.Hint(fault, faults)}"
            : null;
    }
}
