using System.Globalization;
using System.Text.Json.Nodes;
using VasaSim.Faults.Decisions;
using VasaSim.Faults.Rules;

namespace VasaSim.Server.Control;

/// <summary>Tells of rules: as they are written, with what became of them under <c>status</c>.</summary>
internal static class RuleReports
{
    /// <summary>The whole set.</summary>
    public static JsonObject Of(RuleBook rules, DateTimeOffset now)
    {
        JsonObject set = (JsonObject)RuleFile.Write(rules.Set with { Version = 1, Rules = [] });
        set["seed"] = rules.Seed;
        set["rules"] = new JsonArray([.. rules.Entries.Select(e => Of(e, now))]);
        return set;
    }

    /// <summary>One rule.</summary>
    public static JsonObject Of(RuleEntry entry, DateTimeOffset now)
    {
        JsonObject rule = (JsonObject)RuleFile.Write(entry.Rule);
        rule["status"] = new JsonObject
        {
            ["at"] = RuleShapes.Word(entry.Rule.Phase),
            ["added"] = entry.Added.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["matched"] = entry.Matched,
            ["hits"] = entry.Hits,
            ["spentBy"] = entry.SpentBy(now),
        };
        return rule;
    }
}
