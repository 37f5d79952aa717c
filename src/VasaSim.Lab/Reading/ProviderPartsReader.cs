using VasaSim.Configuration.Yaml;
using VasaSim.Configuration;
using VasaSim.Core.Model;

namespace VasaSim.Lab.Reading;

/// <summary>Reads the lists and limits of a provider.</summary>
internal static class ProviderPartsReader
{
    /// <summary>A list of some of the legal words, each once; null when the key is not there.</summary>
    public static List<string>? Choices(Section section, string key, IReadOnlyList<(string, string)> legal) =>
        section.Items(key) is { } items
            ? [.. items.Select(item => section.Scope.Values.Choice(item, key, legal, "")).Distinct()]
            : null;

    public static List<VendorModel> Models(Section section)
    {
        List<VendorModel> models = [];
        foreach (YamlNode item in section.Items("models") ?? [])
        {
            if (section.Scope.SectionOf(item, "a model") is { } model)
            {
                models.Add(new(model.Text("vendor"), model.Text("model")));
                model.Close();
            }
        }

        return models;
    }

    public static List<ManagedArray> Arrays(Section section)
    {
        List<ManagedArray> arrays = [];
        Names names = new("array of this provider", section.Scope.Problems);
        foreach (YamlNode item in section.Items("arrays") ?? [])
        {
            ManagedArray? array = item is YamlScalar
                ? section.TextOf(item, "arrays") is { } text
                    && section.Scope.Values.Id(item, text, "an array's id") is { } id ? new ManagedArray(id) : null
                : section.Scope.SectionOf(item, "an array") is { } part ? ReadArray(part) : null;
            if (array is not null && names.Define(item, array.ArrayId))
            {
                arrays.Add(array);
            }
        }

        return arrays;
    }

    public static BatchLimits Limits(Section section)
    {
        switch (section.Node("maxBatchSize"))
        {
            case null:
                return new();
            case YamlMapping:
                return section.Child("maxBatchSize", "maxBatchSize") is { } limits ? ReadLimits(limits) : new();
            default:
                return section.Whole("maxBatchSize", 1) is { } limit ? BatchLimits.Of(limit) : new();
        }
    }

    private static ManagedArray? ReadArray(Section section)
    {
        string? id = section.RequiredId("id");
        bool manageable = section.Flag("manageable", true);
        int priority = section.Whole("priority", -1, 255) ?? 0;
        section.Close();
        return id is null ? null : new(id, manageable, priority);
    }

    private static BatchLimits ReadLimits(Section section)
    {
        Dictionary<string, int> perMethod = new(StringComparer.Ordinal);
        if (section.Child("perMethod", "perMethod") is { } methods)
        {
            foreach (string method in ProviderWords.GroupMethods)
            {
                if (methods.Whole(method, 1) is { } limit)
                {
                    perMethod.Add(method, limit);
                }
            }

            methods.Close();
        }

        BatchLimits limits = new()
        {
            Declared = AnyNumber(section, "declared"),
            Enforced = section.Whole("enforced", 1),
            Reported = AnyNumber(section, "reported"),
            PerMethod = perMethod,
        };
        section.Close();
        return limits;
    }

    // Providers exist that say 0 or less, and clients have to bear it.
    private static long? AnyNumber(Section section, string key) => section.Node(key) is { } node
        ? section.Scope.Values.Whole(node, key, long.MinValue, long.MaxValue)
        : null;
}
