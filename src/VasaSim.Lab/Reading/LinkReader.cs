using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Configuration.Yaml;

namespace VasaSim.Lab.Reading;

/// <summary>Reads the links between fault domains or clouds.</summary>
internal static class LinkReader
{
    public static List<LinkDefinition> ReadAll(Section lab)
    {
        List<LinkDefinition> links = [];
        foreach (YamlNode item in lab.Items("links") ?? [])
        {
            if (lab.Scope.SectionOf(item, "a link") is { } section && ReadLink(section) is { } link)
            {
                links.Add(link);
            }
        }

        return links;
    }

    private static LinkDefinition? ReadLink(Section section)
    {
        string? from = ReadEnd(section, "from");
        string? to = ReadEnd(section, "to");
        TimeSpan lag = section.Duration("lag", TimeSpan.Zero);
        long? bandwidth = section.PerSecond("bandwidth");
        bool up = section.Flag("up", true);
        section.Close();
        if (bandwidth == 0)
        {
            section.Problem("bandwidth", "bandwidth is 0; for a link that passes nothing write up: false");
        }

        if (from is null || to is null)
        {
            return null;
        }

        if (from == to)
        {
            section.Problem("to", $"a link from '{from}' to itself");
            return null;
        }

        if (section.Scope.CloudNames.Has(from) != section.Scope.CloudNames.Has(to))
        {
            section.Problem("to", $"a link from '{from}' to '{to}'; one is a cloud and the other a fault domain, and nothing passes between them");
            return null;
        }

        (string A, string B) ends = Link.Order(from, to);
        section.Scope.LinkNames.Define(section.Map, $"{ends.A} – {ends.B}");
        if (!up)
        {
            section.Scope.DownLinks.Add(ends);
        }

        return new(from, to, lag, bandwidth, up);
    }

    private static string? ReadEnd(Section section, string key) =>
        section.RequiredId(key) is { } end && section.Scope.LinkEnds.Check(section.Node(key)!, end)
            ? end
            : null;
}
