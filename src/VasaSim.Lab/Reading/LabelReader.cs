using System.Collections.ObjectModel;
using VasaSim.Configuration.Yaml;
using VasaSim.Configuration;

namespace VasaSim.Lab.Reading;

/// <summary>Reads the labels of a group: names of the lab's own choice, with texts.</summary>
internal static class LabelReader
{
    public static IReadOnlyDictionary<string, string> Read(Section group)
    {
        if (group.Child("labels", "labels") is not { } section)
        {
            return ReadOnlyDictionary<string, string>.Empty;
        }

        Dictionary<string, string> labels = new(StringComparer.Ordinal);
        foreach ((YamlScalar key, YamlNode value) in section.Map.Entries)
        {
            if (!LabelName.IsLegal(key.Value))
            {
                section.Scope.Problems.Add(key, $"'{Problems.Short(key.Value)}' cannot be the name of a label: it must be {LabelName.Legal}");
            }
            else if (section.TextOf(value, key.Value) is { } text)
            {
                labels[key.Value] = text;
            }
        }

        if (section.Map.Entries.Count > LabelName.Most)
        {
            group.Problem("labels", $"{group.What} has at most {LabelName.Most} labels");
        }

        return labels;
    }
}
