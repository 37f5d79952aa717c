using VasaSim.Configuration.Yaml;
using VasaSim.Core.Cloud.Model;

namespace VasaSim.Lab.Reading;

/// <summary>Reads how machines of clouds are replicated.</summary>
internal static class ReplicationSettingsReader
{
    private const int LongestRpo = 24 * 60;
    private const int MostRules = 5;
    private const int MostInstances = 1000;
    private const int LongestDistance = 365 * 24 * 60;

    private static readonly string[] Keys = ["rpo", "retention", "quiesced", "connection"];

    private static readonly string[] RuleKeys = ["instances", "distance"];

    private static readonly (string, DataConnectionType)[] Connections =
    [
        ("plain", DataConnectionType.Plain), ("encrypted", DataConnectionType.Encrypted),
        ("encryptedCompressed", DataConnectionType.EncryptedCompressed),
    ];

    public static ReplicationSettings Read(Section section)
    {
        ReplicationSettings otherwise = new();
        return new()
        {
            Rpo = section.Minutes("rpo", LongestRpo) ?? otherwise.Rpo,
            Retention = ReadRetention(section),
            Quiesced = section.Flag("quiesced", otherwise.Quiesced),
            DataConnectionType = section.Choice("connection", Connections, otherwise.DataConnectionType),
        };
    }

    /// <summary>The first of the settings that a section gives; null: none.</summary>
    public static string? FirstGiven(Section section) => Keys.FirstOrDefault(key => section.Node(key) is not null);

    private static List<RetentionRule> ReadRetention(Section owner)
    {
        List<RetentionRule> rules = [];
        IReadOnlyList<YamlNode> items = owner.Items("retention") ?? [];
        if (items.Count > MostRules)
        {
            owner.Problem("retention", $"retention has up to {MostRules} rules");
        }

        foreach (YamlNode item in items.Take(MostRules))
        {
            if (owner.Scope.SectionOf(item, "a retention rule", owner.Number) is not { } section)
            {
                continue;
            }

            foreach (string key in RuleKeys.Where(key => section.Node(key) is null))
            {
                section.Problem(key, $"a retention rule needs {key}");
            }

            int? instances = section.Whole("instances", 1, MostInstances);
            int? distance = section.Minutes("distance", LongestDistance);
            section.Close();
            rules.Add(new(instances ?? 1, distance ?? 1));
        }

        return rules;
    }
}
