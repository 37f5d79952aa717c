using VasaSim.Core.Cloud.Model;
using VasaSim.Server.Faces.Vcda.Requests;
using VasaSim.Server.Faces.Vcda.Translation;

namespace VasaSim.Server.Faces.Vcda.Handlers;

/// <summary>The settings of a replication as a request has them.</summary>
internal static class RequestedSettings
{
    // As the world's laws have them; here they are said, too.
    private const int ShortestRpo = 5;
    private const int LongestRpo = 1440;
    private const int MostRules = 5;

    /// <summary>What makes no sense whatever the policies say; null: nothing.</summary>
    public static string? ProblemOf(SettingsRequest request)
    {
        if (request.Rpo is < ShortestRpo or > LongestRpo)
        {
            return $"'rpo' is {request.Rpo}; legal is a whole number of minutes from {ShortestRpo} to {LongestRpo}.";
        }

        IReadOnlyList<RetentionRuleRequest?> rules = request.RetentionPolicy?.Rules ?? [];
        if (rules.Count > MostRules)
        {
            return $"'retentionPolicy.rules' has {rules.Count} rules; legal are up to {MostRules}.";
        }

        for (int i = 0; i < rules.Count; i++)
        {
            if (rules[i] is not { NumberOfInstances: >= 1, Distance: >= 1 })
            {
                return $"'retentionPolicy.rules[{i}]' is not legal; legal is an object whose numberOfInstances and distance are whole numbers from 1.";
            }
        }

        return null;
    }

    /// <summary>The rules, once they are known to make sense.</summary>
    public static IReadOnlyList<RetentionRule> RulesOf(RetentionRequest policy) =>
        [.. (policy.Rules ?? []).Select(r => new RetentionRule(r!.NumberOfInstances!.Value, r.Distance!.Value))];

    /// <summary>All settings of a start, with defaults for what it leaves out.</summary>
    public static ReplicationSettings Of(StartRequest request)
    {
        ReplicationSettings defaults = new();
        return defaults with
        {
            Description = request.Description,
            Rpo = request.Rpo ?? defaults.Rpo,
            DataConnectionType = request.DataConnectionType?.FromWire() ?? defaults.DataConnectionType,
            Quiesced = request.Quiesced ?? defaults.Quiesced,
            Retention = request.RetentionPolicy is { } policy ? RulesOf(policy) : defaults.Retention,
            InitialSyncTime = request.InitialSyncTime is { } time and > 0 ? WireTime.FromWire(time) : null,
            TargetDiskType = request.TargetDiskType?.FromWire() ?? defaults.TargetDiskType,
        };
    }
}
