using VasaSim.Configuration.Yaml;

namespace VasaSim.Lab.Reading;

/// <summary>Reads lists whose entries may be templates, each of which stands for many.</summary>
internal static class TemplateReader
{
    private const int MostOfTemplate = 1_000_000;
    private const int HighestNumber = 1_000_000_000;

    /// <summary>Reads the list under a key.</summary>
    /// <param name="owner">What has the list.</param>
    /// <param name="key">The key.</param>
    /// <param name="what">What an entry is, such as <c>a group</c>.</param>
    /// <param name="read">Reads one entry and closes its section.</param>
    public static void ReadAll(Section owner, string key, string what, Action<Section> read)
    {
        foreach (YamlNode item in owner.Items(key) ?? [])
        {
            if (owner.Scope.SectionOf(item, what) is not { } section)
            {
                continue;
            }

            if (section.Node("template") is { } template)
            {
                section.Close();
                Spread(owner.Scope, template, key, read);
            }
            else
            {
                read(section);
            }
        }
    }

    private static void Spread(LabScope scope, YamlNode template, string key, Action<Section> read)
    {
        int before = scope.Problems.Count;
        if (scope.SectionOf(template, "a template", number: 1) is not { } first)
        {
            return;
        }

        (int from, int count) = Extent(first, key);
        for (int i = 0; i < count; i++)
        {
            Section section = new((YamlMapping)template, "a template", scope, from + i);
            Extent(section, key);
            read(section);
            if (scope.Problems.Count > before)
            {
                // The others would only say the same again.
                return;
            }
        }
    }

    private static (int From, int Count) Extent(Section template, string key)
    {
        int? from = template.Whole("from", 0, HighestNumber);
        if (template.Node("count") is null)
        {
            template.Problem("count", $"a template needs count, the number of {key}");
        }

        // With a wrong count the rest of the template is still looked at, once.
        return (from ?? 1, template.Whole("count", 1, MostOfTemplate) ?? 1);
    }
}
