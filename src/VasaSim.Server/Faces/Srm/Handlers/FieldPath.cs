using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using VasaSim.Configuration;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>A field of the items of a list, named in whatever case, with dots between nested ones.</summary>
internal sealed class FieldPath
{
    private readonly JsonTypeInfo _type;
    private readonly IReadOnlyList<string> _names;

    private FieldPath(JsonTypeInfo type, IReadOnlyList<string> names) => (_type, _names) = (type, names);

    /// <summary>Finds a field.</summary>
    /// <param name="type">The type of the items.</param>
    /// <param name="text">The field as the caller names it.</param>
    /// <param name="legal">When there is none such: what would have been legal.</param>
    public static FieldPath? Find(JsonTypeInfo type, string text, out string legal)
    {
        JsonTypeInfo here = type;
        List<string> names = [];
        foreach (string part in text.Split('.'))
        {
            JsonTypeInfo owner = ItemOf(here);
            if (owner.Properties.FirstOrDefault(p => p.Name.Equals(part, StringComparison.OrdinalIgnoreCase)) is not { } found)
            {
                string[] known = [.. owner.Properties.Select(p => p.Name)];
                legal = known.Length == 0 ? "no field below that" : $"one of {string.Join(", ", known)}{DidYouMean.Hint(part, known)}";
                return null;
            }

            names.Add(found.Name);
            here = type.Options.GetTypeInfo(found.PropertyType);
        }

        legal = "";
        return new FieldPath(type, names);
    }

    /// <summary>The values of the field in an item: one, none when it is null, or several below lists.</summary>
    public IEnumerable<JsonValue> ValuesOf(object item) =>
        _names.Aggregate(Flat(JsonSerializer.SerializeToNode(item, _type)), (nodes, name) => nodes.SelectMany(n => Flat((n as JsonObject)?[name]))).OfType<JsonValue>();

    private static IEnumerable<JsonNode> Flat(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list.SelectMany(Flat),
        _ => [node],
    };

    private static JsonTypeInfo ItemOf(JsonTypeInfo type) => type.Kind == JsonTypeInfoKind.Enumerable ? type.Options.GetTypeInfo(type.ElementType!) : type;
}
