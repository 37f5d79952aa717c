using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using VasaSim.Configuration.Yaml;

namespace VasaSim.Configuration.Shapes;

/// <summary>A single value: a text, a number, a duration.</summary>
/// <param name="legal">What is legal, for messages.</param>
/// <param name="schema">Makes the JSON schema.</param>
/// <param name="read">Reads it; null when it is not legal.</param>
/// <param name="write">Writes it.</param>
internal sealed class ScalarShape<T>(string legal, Func<JsonObject> schema, Func<YamlScalar, (bool Ok, T? Value)> read, Func<T, JsonNode?> write)
    : Shape<T>
{
    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, string what, Problems problems, [MaybeNullWhen(false)] out T value)
    {
        if (node is YamlScalar { IsEmpty: false } scalar)
        {
            (bool ok, T? legalValue) = read(scalar);
            if (ok)
            {
                value = legalValue!;
                return true;
            }
        }

        value = default;
        problems.Add(node, $"{what} is {node.Kind}; it must be {legal}");
        return false;
    }

    /// <inheritdoc/>
    public override JsonNode? Write(T value) => write(value);

    /// <inheritdoc/>
    public override JsonObject Schema() => schema();
}
