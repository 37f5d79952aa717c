using System.Globalization;
using VasaSim.Configuration.Yaml;
using VasaSim.Configuration;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;

namespace VasaSim.Lab.Reading;

/// <summary>Reads the replicas that a target has and gets by itself.</summary>
internal static class ReplicaReader
{
    private const int MostReplicas = 1_000_000;
    private const string ConsistentTag = "app-consistent";

    // A schedule reaches back from T0; nothing real reaches back further.
    private static readonly TimeSpan LongestPast = TimeSpan.FromDays(36_500);

    /// <summary>The value of <c>pits</c>; null when there is none, or when it says <c>none</c>.</summary>
    public static ReplicaDefinition? Read(Section owner)
    {
        if (owner.Node("pits") is null or YamlScalar { Value: "none" } || owner.Child("pits", "pits") is not { } section)
        {
            return null;
        }

        int? count = section.Whole("count", 0, MostReplicas);
        int? keep = section.Whole("keep", 1, MostReplicas);
        ReplicaDefinition replicas = new()
        {
            Every = section.Duration("every", TimeSpan.FromHours(1)),
            Count = count ?? keep ?? 0,
            Keep = keep,
            Name = ReadName(section),
            Tags = ReadTags(section),
        };
        section.Close();
        Check(section, replicas);
        return replicas;
    }

    private static void Check(Section section, ReplicaDefinition replicas)
    {
        if (section.Node("count") is null && section.Node("keep") is null)
        {
            section.Problem("count", "pits needs count (how many there are) or keep (how many are kept as more follow)");
        }

        if (replicas.Count > replicas.Keep)
        {
            section.Problem("count", $"count {replicas.Count} is more than keep {replicas.Keep}");
        }

        if (replicas.Every == TimeSpan.Zero)
        {
            section.Problem("every", "every is 0; there must be time between two replicas");
        }
        else if (replicas.Count > LongestPast / replicas.Every)
        {
            section.Problem("count", "the first replica would be more than a hundred years old");
        }
    }

    private static string? ReadName(Section section)
    {
        if (section.Node("name") is not { } node || section.TextOf(node, "name", keepBraces: true) is not { } name)
        {
            return null;
        }

        if (Placeholders.TimeProblem(name) is { } problem)
        {
            section.Problem("name", problem);
        }

        return name;
    }

    private static List<ScheduledTag> ReadTags(Section section)
    {
        List<ScheduledTag> tags = [];
        if (section.Node("tags") is null)
        {
            tags.Add(new("scheduled", 1));
        }
        else if (section.Child("tags", "tags") is { } given)
        {
            foreach ((YamlScalar key, YamlNode value) in given.Map.Entries)
            {
                string? tag = section.TextOf(key, "a tag");
                long? nth = section.Scope.Values.Whole(value, $"tag {Problems.Short(key.Value)}", 1, MostReplicas);
                if (tag is not null && nth is { } n)
                {
                    tags.Add(new(tag, (int)n));
                }
            }
        }

        if (section.Node("consistent") is { } consistent && ReadEvery(section, consistent) is { } every)
        {
            if (tags.Any(tag => tag.Tag == ConsistentTag))
            {
                section.Problem("consistent", $"consistent is the tag {ConsistentTag}, which tags gives too");
            }

            tags.Add(new(ConsistentTag, every));
        }

        return tags;
    }

    // "every 6th", and what English makes of 1, 2 and 3.
    private static int? ReadEvery(Section section, YamlNode node)
    {
        if (node is YamlScalar scalar && scalar.Value.StartsWith("every ", StringComparison.Ordinal))
        {
            string number = scalar.Value[6..].TrimEnd('s', 't', 'n', 'd', 'r', 'h');
            if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int nth)
                && nth is >= 1 and <= MostReplicas)
            {
                return nth;
            }
        }

        section.Problem("consistent", $"consistent is {node.Kind}; it must be such as: every 6th");
        return null;
    }
}
