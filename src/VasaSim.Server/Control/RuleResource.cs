using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VasaSim.Faults.Decisions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Injection;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>The fault rules: the set as a whole, and each by its id.</summary>
internal sealed class RuleResource(Workspace workspace)
{
    private static readonly RuleFile _file = new(new RuleCatalog());

    /// <summary>The set with what became of each rule.</summary>
    public async ValueTask<Reply> ListAsync(HttpContext http)
    {
        DateTimeOffset now = await workspace.RunAsync(static world => world.Now);
        return Answer(RuleReports.Of(workspace.Rules, now));
    }

    /// <summary>The set as a rule file.</summary>
    public ValueTask<Reply> ExportAsync(HttpContext http) => ValueTask.FromResult(Answer(RuleFile.Write(workspace.Rules.Set)));

    /// <summary>Puts another set in force, or leaves all as it is.</summary>
    public async ValueTask<Reply> ReplaceAsync(HttpContext http)
    {
        (RuleSet? set, Reply? refusal) = await ReadSetAsync(http);
        return set is null ? refusal! : await ChangeAsync(_ => set, (_, now) => Answer(RuleReports.Of(workspace.Rules, now)));
    }

    /// <summary>Says what is wrong with a set.</summary>
    public static async ValueTask<Reply> ValidateAsync(HttpContext http)
    {
        (RuleSet? set, Reply? refusal) = await ReadSetAsync(http);
        return set is null ? refusal! : Answer(new JsonObject { ["valid"] = true, ["rules"] = set.Rules.Count });
    }

    /// <summary>Adds a rule behind the others.</summary>
    public async ValueTask<Reply> AddAsync(HttpContext http)
    {
        (Rule? rule, Reply? refusal) = await RuleBody.ReadAsync(http, t => _file.ReadRule(t, "body"), j => _file.ReadRule(j, "body"));
        if (rule is null)
        {
            return refusal!;
        }

        if (workspace.Rules.Set.Rules.Any(r => r.Id == rule.Id))
        {
            return Reply.Conflict($"There is a rule '{rule.Id}' already; PUT /_sim/v1/rules/{rule.Id} replaces it.");
        }

        return await ChangeAsync(
            set => RuleFile.WithIds(set with { Rules = [.. set.Rules, rule] }), (set, now) => AnswerRule(set.Rules[^1].Id, now, StatusCodes.Status201Created));
    }

    /// <summary>One rule.</summary>
    public async ValueTask<Reply> ShowAsync(HttpContext http)
    {
        DateTimeOffset now = await workspace.RunAsync(static world => world.Now);
        return AnswerRule(IdOf(http), now);
    }

    /// <summary>Replaces a rule at its place, or adds it behind the others.</summary>
    public async ValueTask<Reply> PutAsync(HttpContext http)
    {
        (Rule? rule, Reply? refusal) = await RuleBody.ReadAsync(http, t => _file.ReadRule(t, "body"), j => _file.ReadRule(j, "body"));
        string id = IdOf(http);
        if (rule is null)
        {
            return refusal!;
        }

        if (rule.Id.Length > 0 && rule.Id != id)
        {
            return Reply.Invalid([new ProblemItem("/id", $"the rule is called '{rule.Id}', the path says '{id}'", id)]);
        }

        return await ReplaceOneAsync(rule with { Id = id });
    }

    /// <summary>Changes keys of a rule; null takes one away, as RFC 7396 has it.</summary>
    public async ValueTask<Reply> PatchAsync(HttpContext http)
    {
        (JsonObject? patch, Reply? refusal) = await RuleBody.ReadAsync(
            http, static _ => new RuleFileResult<JsonObject>(null, []), static j => new RuleFileResult<JsonObject>(JsonObject.Create(j), []));
        if (patch is null)
        {
            return refusal!;
        }

        string id = IdOf(http);
        if (workspace.Rules.Set.Rules.FirstOrDefault(r => r.Id == id) is not { } rule)
        {
            return Unknown(id);
        }

        JsonNode merged = Merge(RuleFile.Write(rule), patch);
        using JsonDocument document = JsonDocument.Parse(merged.ToJsonString());
        RuleFileResult<Rule> read = _file.ReadRule(document.RootElement, "body");
        return read.Value is not { } changed ? Reply.Invalid(RuleBody.Items(read.Problems))
            : changed.Id != id ? Reply.Invalid([new ProblemItem("/id", "the id of a rule does not change", id)])
            : await ReplaceOneAsync(changed);
    }

    /// <summary>Takes a rule away.</summary>
    public async ValueTask<Reply> DeleteAsync(HttpContext http)
    {
        string id = IdOf(http);
        return workspace.Rules.Set.Rules.All(r => r.Id != id)
            ? Unknown(id)
            : await ChangeAsync(
                set => set with { Rules = [.. set.Rules.Where(r => r.Id != id)] }, (_, now) => Answer(RuleReports.Of(workspace.Rules, now)));
    }

    private static Task<(RuleSet? Value, Reply? Refusal)> ReadSetAsync(HttpContext http) =>
        RuleBody.ReadAsync(http, t => _file.ReadSet(t, "body"), j => _file.ReadSet(j, "body"));

    private ValueTask<Reply> ReplaceOneAsync(Rule rule) => ChangeAsync(
        set => set with
        {
            Rules = set.Rules.Any(r => r.Id == rule.Id) ? [.. set.Rules.Select(r => r.Id == rule.Id ? rule : r)] : [.. set.Rules, rule],
        },
        (_, now) => AnswerRule(rule.Id, now));

    // In a turn on the world, so that no call sees one half of a change.
    private ValueTask<Reply> ChangeAsync(Func<RuleSet, RuleSet> change, Func<RuleSet, DateTimeOffset, Reply> answer) =>
        workspace.RunAsync(world => answer(workspace.Rules.Change(change, world.Now), world.Now));

    private Reply AnswerRule(string id, DateTimeOffset now, int status = StatusCodes.Status200OK) =>
        workspace.Rules.Entries.FirstOrDefault(e => e.Rule.Id == id) is { } entry
            ? Answer(RuleReports.Of(entry, now)) with { Status = status }
            : Unknown(id);

    private Reply Unknown(string id) => Reply.NotFound($"There is no rule '{id}'.", workspace.Rules.Set.Rules.Select(r => r.Id));

    private static JsonNode Merge(JsonNode target, JsonObject patch)
    {
        JsonObject merged = target as JsonObject ?? [];
        foreach ((string key, JsonNode? value) in patch)
        {
            if (value is null)
            {
                merged.Remove(key);
            }
            else
            {
                merged[key] = value is JsonObject inner ? Merge(merged[key]?.DeepClone() ?? new JsonObject(), inner) : value.DeepClone();
            }
        }

        return merged;
    }

    private static string IdOf(HttpContext http) => (string)http.GetRouteValue("id")!;

    private static Reply Answer(JsonNode value) => Reply.Ok(value, ControlJson.Readable.JsonNode);
}
