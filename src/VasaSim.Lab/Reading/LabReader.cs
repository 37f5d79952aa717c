using System.Globalization;
using VasaSim.Core.Lab;
using VasaSim.Lab.Yaml;

namespace VasaSim.Lab.Reading;

/// <summary>Reads a lab file's document. What may be referred to is read before what refers to it, wherever it stands.</summary>
internal sealed class LabReader(Problems problems)
{
    private const string LegalTime = "a time with its zone, such as 2025-01-15T12:00:00Z";

    private static readonly (string, int)[] Versions = [("1", 1)];

    private static readonly string[] TimeFormats =
        ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    // Room on both sides for every offset that a lab can give.
    private static readonly DateTimeOffset Earliest = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Latest = new(2500, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads the lab; what it returns counts only when no problem was found.</summary>
    public LabDefinition? Read(YamlNode root, string defaultName)
    {
        LabScope scope = new(problems);
        if (scope.SectionOf(root, "a lab") is not { } section)
        {
            return null;
        }

        ReadVersion(section);
        LabDefinition lab = new()
        {
            Name = section.Node("name") is null ? defaultName : section.Text("name") ?? "",
            StartTime = ReadStartTime(section),
            Sites = SiteReader.ReadAll(section),
            Providers = ProviderReader.ReadAll(section),
            FaultDomains = FaultDomainReader.ReadAll(section),
            Links = LinkReader.ReadAll(section),
            Groups = GroupListReader.ReadAll(section),
            Knobs = KnobReader.Read(section),
        };
        section.Close();
        return lab;
    }

    private static void ReadVersion(Section lab)
    {
        if (lab.Node("version") is null)
        {
            lab.Problem("version", "a lab needs version: 1");
        }
        else
        {
            lab.Choice("version", Versions, 1);
        }
    }

    private static DateTimeOffset? ReadStartTime(Section lab)
    {
        if (lab.Node("startTime") is not { } node)
        {
            return null;
        }

        // "Z" is what zzz reads as +00:00 too, if it is told so.
        if (node is YamlScalar scalar
            && DateTimeOffset.TryParseExact(
                scalar.Value.Replace("Z", "+00:00", StringComparison.Ordinal),
                TimeFormats,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateTimeOffset time)
            && time >= Earliest && time < Latest)
        {
            return time.ToUniversalTime();
        }

        lab.Problem("startTime", $"startTime is {node.Kind}; it must be {LegalTime}, from 1970 to 2499");
        return null;
    }
}
