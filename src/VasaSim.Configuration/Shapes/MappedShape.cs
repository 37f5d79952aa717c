using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using VasaSim.Configuration.Yaml;

namespace VasaSim.Configuration.Shapes;

/// <summary>What is written like something else.</summary>
internal sealed class MappedShape<TFrom, TTo>(Shape<TFrom> shape, Func<TFrom, TTo> to, Func<TTo, TFrom> from) : Shape<TTo>
{
    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, string what, Problems problems, [MaybeNullWhen(false)] out TTo value)
    {
        bool ok = shape.TryRead(node, what, problems, out TFrom? read);
        value = ok ? to(read!) : default;
        return ok;
    }

    /// <inheritdoc/>
    public override JsonNode? Write(TTo value) => shape.Write(from(value));

    /// <inheritdoc/>
    public override JsonObject Schema() => shape.Schema();
}
