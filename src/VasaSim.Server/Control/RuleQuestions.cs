using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VasaSim.Core;
using VasaSim.Faults.Decisions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Injection;
using VasaSim.Server.Journal;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>Answers why rules did, or did not, apply to the calls of the journal.</summary>
internal sealed class RuleQuestions(Workspace workspace)
{
    private const int LookedAt = 500;
    private const int Nearest = 3;

    private static readonly RuleCatalog _catalog = new();

    /// <summary>For each rule in force what it had to do with one call.</summary>
    public async ValueTask<Reply> ExplainAsync(HttpContext http)
    {
        (JsonBody? body, Reply? refusal) = await RequestBody.ReadAsync(http);
        if (body is null)
        {
            return refusal!;
        }

        long? number = body.Whole("journal", 1, long.MaxValue);
        body.Require("journal", "the number of a call of the journal");
        body.Close();
        if (body.Problems.Count > 0)
        {
            return Reply.Invalid(body.Problems);
        }

        if (workspace.Journal.Find(number!.Value) is not { } call)
        {
            return Reply.NotFound($"The journal has no call '{number}'.", []);
        }

        JournalEntry entry = call.Entry;
        SecretMask mask = new(workspace.Sessions, entry);
        CallFacts facts = await workspace.RunAsync(world => FactsOf(world, entry, MaskedMessage.Of(call.Request, mask)));
        return Reply.Ok<JsonNode>(
            new JsonObject
            {
                ["journal"] = entry.Number,
                ["operation"] = entry.Operation is null ? null : mask.Text(entry.Operation),
                ["outcome"] = entry.Outcome,
                ["rules"] = new JsonArray([.. workspace.Rules.Entries.Select(e => Explain(e.Rule, entry, facts))]),
            },
            ControlJson.Readable.JsonNode);
    }

    /// <summary>For each rule the newest calls that it missed by one condition.</summary>
    public async ValueTask<Reply> NearMissesAsync(HttpContext http)
    {
        JournalEntry[] entries = [.. (await workspace.ReadJournalAsync()).Entries.Where(e => e.Operation is not null).TakeLast(LookedAt).Reverse()];
        JsonArray rules = await workspace.RunAsync(world => new JsonArray([.. workspace.Rules.Entries.Select(e => NearMisses(world, e.Rule, entries))]));
        return Reply.Ok<JsonNode>(new JsonObject { ["rules"] = rules }, ControlJson.Readable.JsonNode);
    }

    /// <summary>Which operations were seen with which faults, by themselves or by rules; and which rules never applied.</summary>
    public async ValueTask<Reply> CoverageAsync(HttpContext http)
    {
        SortedDictionary<(string Operation, string Fault), (int Natural, int Injected)> cells = [];
        foreach (JournalEntry entry in (await workspace.ReadJournalAsync()).Entries.Where(e => e.Operation is not null))
        {
            string[] injected = [.. entry.Decisions.Where(d => d.Fired).Select(d => d.Fault).OfType<string>()];
            foreach (string fault in injected)
            {
                (int natural, int made) = cells.GetValueOrDefault((entry.Operation!, fault));
                cells[(entry.Operation!, fault)] = (natural, made + 1);
            }

            if (entry.Failure?.Name is { } own && !injected.Contains(own))
            {
                (int natural, int made) = cells.GetValueOrDefault((entry.Operation!, own));
                cells[(entry.Operation!, own)] = (natural + 1, made);
            }
        }

        return Reply.Ok<JsonNode>(
            new JsonObject
            {
                ["faults"] = new JsonArray([.. cells.Select(c => new JsonObject
                {
                    ["operation"] = c.Key.Operation, ["fault"] = c.Key.Fault, ["natural"] = c.Value.Natural, ["injected"] = c.Value.Injected,
                })]),
                ["rulesWithoutHits"] = new JsonArray([.. workspace.Rules.Entries.Where(e => e.Hits == 0).Select(e => (JsonNode)e.Rule.Id)]),
            },
            ControlJson.Readable.JsonNode);
    }

    private static JsonObject Explain(Rule rule, JournalEntry entry, CallFacts facts)
    {
        Decision[] decisions = [.. entry.Decisions.Where(d => d.Rule == rule.Id)];
        string? unmet = decisions.Length > 0 ? decisions.FirstOrDefault(d => !d.Fired)?.Unmet : FirstUnmet(rule, facts);
        string result = decisions.Any(d => d.Fired) ? "applied"
            : decisions.Length > 0 ? "matched"
            : unmet is not null ? "notMatched"
            : "notAsked";
        return new JsonObject
        {
            ["rule"] = rule.Id,
            ["result"] = result,
            ["unmet"] = result == "applied" ? null : unmet,
            ["at"] = RuleShapes.Word(rule.Phase),
            ["nth"] = decisions.Length > 0 ? decisions[0].Nth : null,
            ["drawn"] = decisions.Length > 0 ? decisions[0].Drawn : null,
        };
    }

    // What is no condition of the match, but keeps a rule from being asked at all.
    private static string? FirstUnmet(Rule rule, CallFacts facts) =>
        !rule.Enabled ? "enabled"
        : rule.Phase == CallPhase.Connect ? "at"
        : Matching.FirstUnmet(rule.Match, facts, out _)
            ?? (_catalog.IsFor(rule, facts.Face, facts.Operation) ? null : "do.fault")
            ?? (rule.Do.BatchLimit is { } limit && facts.Groups.Count <= limit.Enforced ? "do.batchLimit" : null);

    private JsonObject NearMisses(World world, Rule rule, JournalEntry[] entries)
    {
        JsonArray near = [];
        foreach (JournalEntry entry in rule.Enabled && rule.Phase != CallPhase.Connect ? entries : [])
        {
            if (near.Count == Nearest)
            {
                break;
            }

            Decision[] decisions = [.. entry.Decisions.Where(d => d.Rule == rule.Id)];
            string? differs = decisions.Any(d => d.Fired) ? null
                : decisions.Length > 0 ? decisions[0].Unmet
                : Matching.OnlyUnmet(rule.Match, FactsOf(world, entry, HeadersOf(rule, entry)));
            if (differs is not null)
            {
                near.Add(new JsonObject { ["journal"] = entry.Number, ["operation"] = entry.Operation, ["differs"] = differs });
            }
        }

        return new JsonObject { ["rule"] = rule.Id, ["nearMisses"] = near };
    }

    // The bytes of a request are fetched only for rules that ask for headers.
    private MaskedMessage? HeadersOf(Rule rule, JournalEntry entry) => rule.Match.Header is not null && workspace.Journal.Find(entry.Number) is { } call
        ? MaskedMessage.Of(call.Request, new SecretMask(workspace.Sessions, entry))
        : null;

    // Of a call that no rule had to be asked about nothing was noted; then the world as it is now has to do.
    private static FactsOfEntry FactsOf(World world, JournalEntry entry, MaskedMessage? request) => new(
        entry,
        entry.Facts ?? FactsOfWorld.Record(world, FactsOfWorld.PlaceOf(world, entry.Target?.Id, entry.Groups), FactsOfWorld.GroupsOf(world, entry.Groups)),
        name => request?.Headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value).FirstOrDefault());
}
