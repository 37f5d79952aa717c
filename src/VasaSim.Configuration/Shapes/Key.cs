using System.Text.Json.Nodes;
using VasaSim.Configuration.Yaml;

namespace VasaSim.Configuration.Shapes;

/// <summary>A key of an object, as part of an <see cref="ObjectShape{T}"/>.</summary>
internal sealed class Key<TOwner>
{
    private readonly Func<TOwner, YamlNode, string, Problems, (bool Ok, TOwner Owner)> _read;
    private readonly Func<TOwner, JsonNode?> _write;
    private readonly Func<JsonObject> _schema;

    internal Key(
        string name,
        string meaning,
        Func<TOwner, YamlNode, string, Problems, (bool Ok, TOwner Owner)> read,
        Func<TOwner, JsonNode?> write,
        Func<JsonObject> schema) => (Name, Meaning, _read, _write, _schema) = (name, meaning, read, write, schema);

    /// <summary>The key.</summary>
    public string Name { get; }

    /// <summary>What it means, for the schema.</summary>
    public string Meaning { get; }

    /// <summary>Whether it has to be there.</summary>
    public bool Required { get; init; }

    internal (bool Ok, TOwner Owner) Read(TOwner owner, YamlNode node, Problems problems) => _read(owner, node, Name, problems);

    internal JsonNode? Write(TOwner owner) => _write(owner);

    internal JsonObject Schema()
    {
        JsonObject schema = _schema();
        schema["description"] = Meaning;
        return schema;
    }
}
