using System.Reflection;
using VasaSim.Configuration;
using VasaSim.Core.Lab;

namespace VasaSim.Lab;

/// <summary>The labs that come with the program. They are immutable and safe to use from any thread.</summary>
public static class KnownLabs
{
    private static readonly Lazy<LabDefinition> TwoSitesLab = new(() => Read("two-sites"));
    private static readonly Lazy<LabDefinition> MinimalLab = new(() => Read("minimal"));

    /// <summary>The names that <see cref="Find"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["two-sites", "minimal"];

    /// <summary>The default lab: two sites, six providers, eight groups in all states, two clouds.</summary>
    public static LabDefinition TwoSites => TwoSitesLab.Value;

    /// <summary>The file of <see cref="TwoSites"/>, to begin an own lab with.</summary>
    public static string TwoSitesText => TextOf("two-sites");

    /// <summary>One provider per site and one group.</summary>
    public static LabDefinition Minimal => MinimalLab.Value;

    /// <summary>The file of <see cref="Minimal"/>.</summary>
    public static string MinimalText => TextOf("minimal");

    /// <summary>The lab of that name, or null; see <see cref="Names"/>.</summary>
    public static LabDefinition? Find(string name) => name switch
    {
        "two-sites" => TwoSites,
        "minimal" => Minimal,
        _ => null,
    };

    private static LabDefinition Read(string name)
    {
        LabResult result = LabFile.Parse(TextOf(name), name + ".yaml");
        return result.Lab
            ?? throw new InvalidOperationException(string.Join(Environment.NewLine, result.Problems));
    }

    /// <summary>The file of the lab of that name; see <see cref="Names"/>.</summary>
    /// <exception cref="InvalidOperationException">There is none such.</exception>
    public static string TextOf(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name + ".yaml")
            ?? throw new InvalidOperationException($"The lab '{name}' is not in the program.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
