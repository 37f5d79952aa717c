using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using VasaSim.Configuration.Yaml;

namespace VasaSim.Configuration.Shapes;

/// <summary>One of some words.</summary>
internal sealed class ChoiceShape<T>(IReadOnlyList<(string Word, T Value)> choices) : Shape<T>
{
    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, string what, Problems problems, [MaybeNullWhen(false)] out T value)
    {
        foreach ((string word, T choice) in choices)
        {
            if (node is YamlScalar scalar && scalar.Value == word)
            {
                value = choice;
                return true;
            }
        }

        string[] words = [.. choices.Select(c => c.Word)];
        string hint = node is YamlScalar wrong ? DidYouMean.Hint(wrong.Value, words) : "";
        problems.Add(node, $"{what} is {node.Kind}{hint} (one of: {Problems.List(words)})");
        value = default;
        return false;
    }

    /// <inheritdoc/>
    public override JsonNode? Write(T value) => choices.First(c => EqualityComparer<T>.Default.Equals(c.Value, value)).Word;

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["enum"] = new JsonArray([.. choices.Select(c => (JsonNode)c.Word)]) };
}
