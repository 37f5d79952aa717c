using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using VasaSim.Configuration.Yaml;

namespace VasaSim.Configuration.Shapes;

/// <summary>An object with known _keys. Every other key is a problem.</summary>
/// <typeparam name="T">A record; its default instance stands for an object without _keys.</typeparam>
public sealed class ObjectShape<T> : Shape<T>
    where T : class, new()
{
    private readonly string _name;
    private readonly IReadOnlyList<Key<T>> _keys;
    private readonly Dictionary<string, Key<T>> _byName;

    /// <summary>Describes an object.</summary>
    /// <param name="name">What messages call it, such as <c>a rule</c>.</param>
    /// <param name="keys">The keys in the order in which they are written.</param>
    public ObjectShape(string name, Keys<T> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        (_name, _keys) = (name, keys.All);
        _byName = _keys.ToDictionary(k => k.Name, StringComparer.Ordinal);
    }

    /// <summary>A short way to write it, for values that are not mappings.</summary>
    public Shape<T>? Short { get; init; }

    /// <summary>Whether a value is written the short way.</summary>
    public Func<T, bool> IsShort { get; init; } = static _ => false;

    /// <summary>Looks at an object as a whole: says what is wrong with it, or null.</summary>
    public Func<T, string?>? Check { get; init; }

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, string what, Problems problems, [MaybeNullWhen(false)] out T value)
    {
        value = null;
        if (node is not YamlMapping map)
        {
            if (Short is not null && node is YamlScalar { IsEmpty: false } or YamlSequence)
            {
                return Short!.TryRead(node, what, problems, out value);
            }

            problems.Add(node, $"{what} is {node.Kind}; it must be a mapping of keys to values");
            return false;
        }

        T owner = new();
        bool ok = true;
        foreach ((YamlScalar name, YamlNode one) in map.Entries)
        {
            if (!_byName.TryGetValue(name.Value, out Key<T>? key))
            {
                problems.Add(name, $"unknown key '{Problems.Short(name.Value)}'{DidYouMean.Hint(name.Value, _byName.Keys)} (keys of {_name}: {Problems.List(_byName.Keys)})");
                ok = false;
            }
            else
            {
                (bool legal, owner) = key.Read(owner, one, problems);
                ok &= legal;
            }
        }

        foreach (Key<T> missing in _keys.Where(k => k.Required && map.Find(k.Name) is null))
        {
            problems.Add(node, $"{_name} needs {missing.Name}");
            ok = false;
        }

        if (ok && Check?.Invoke(owner) is { } problem)
        {
            problems.Add(node, problem);
            ok = false;
        }

        value = owner;
        return ok;
    }

    /// <inheritdoc/>
    public override JsonNode? Write(T value)
    {
        if (Short is not null && IsShort(value))
        {
            return Short.Write(value);
        }

        JsonObject written = [];
        foreach (Key<T> key in _keys)
        {
            if (key.Write(value) is { } node)
            {
                written[key.Name] = node;
            }
        }

        return written;
    }

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        JsonObject schema = new()
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(_keys.Select(k => KeyValuePair.Create(k.Name, (JsonNode?)k.Schema()))),
        };
        if (_keys.Any(k => k.Required))
        {
            schema["required"] = new JsonArray([.. _keys.Where(k => k.Required).Select(k => (JsonNode)k.Name)]);
        }

        return Short is null ? schema : new JsonObject { ["anyOf"] = new JsonArray(Short.Schema(), schema) };
    }
}
