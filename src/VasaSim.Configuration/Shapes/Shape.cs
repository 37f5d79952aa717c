using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using VasaSim.Configuration.Yaml;

namespace VasaSim.Configuration.Shapes;

/// <summary>
/// How a value is written by people: from one description it is read, written again, and told to editors as a JSON
/// schema. Shapes do not change and may be shared between threads.
/// </summary>
/// <typeparam name="T">What the value is in the program.</typeparam>
public abstract class Shape<T>
{
    /// <summary>Reads a value.</summary>
    /// <param name="node">Where it stands.</param>
    /// <param name="what">What messages call it.</param>
    /// <param name="problems">Gets everything that is wrong.</param>
    /// <param name="value">The value, when there was no problem with it.</param>
    /// <returns>Whether it is a legal one.</returns>
    public abstract bool TryRead(YamlNode node, string what, Problems problems, [MaybeNullWhen(false)] out T value);

    /// <summary>Writes a value as it is read; null for one that need not be written.</summary>
    public abstract JsonNode? Write(T value);

    /// <summary>The JSON schema of the value, a new one each time.</summary>
    public abstract JsonObject Schema();
}
