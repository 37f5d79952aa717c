using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using VasaSim.Configuration;
using VasaSim.Configuration.Shapes;
using VasaSim.Configuration.Yaml;

namespace VasaSim.Faults.Actions;

/// <summary>A broken connection: a word, or <c>truncate: 512</c>, <c>drip: 16B/s</c>.</summary>
internal sealed class ConnectionShape : Shape<ConnectionFault>
{
    private static readonly Shape<ConnectionFaultKind> _word = ShapeOf.Choice(
        ("reset", ConnectionFaultKind.Reset),
        ("close", ConnectionFaultKind.Close),
        ("hang", ConnectionFaultKind.Hang),
        ("refuse", ConnectionFaultKind.Refuse),
        ("tlsAlert", ConnectionFaultKind.TlsAlert));

    private static readonly Shape<ConnectionFault> _measured = new ObjectShape<ConnectionFault>("connection", new Keys<ConnectionFault>()
        .Add("truncate", ShapeOf.Whole(0), c => c.Bytes, (c, v) => c with { Kind = ConnectionFaultKind.Truncate, Bytes = v }, "The head, so many bytes of the body, then FIN.")
        .Add("drip", ShapeOf.PerSecond, c => c.Rate, (c, v) => c with { Kind = ConnectionFaultKind.Drip, Rate = v }, "The answer comes at this rate, in real time."))
    {
        Check = c => c is { Bytes: null } == c is { Rate: null } ? "connection is a word (reset, close, hang, refuse, tlsAlert), truncate or drip" : null,
    };

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, string what, Problems problems, [MaybeNullWhen(false)] out ConnectionFault value)
    {
        if (node is YamlMapping)
        {
            return _measured.TryRead(node, what, problems, out value);
        }

        bool ok = _word.TryRead(node, what, problems, out ConnectionFaultKind kind);
        value = new ConnectionFault { Kind = kind };
        return ok;
    }

    /// <inheritdoc/>
    public override JsonNode? Write(ConnectionFault value) =>
        value.Kind is ConnectionFaultKind.Truncate or ConnectionFaultKind.Drip ? _measured.Write(value) : _word.Write(value.Kind);

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        JsonObject measured = _measured.Schema();
        measured["minProperties"] = 1;
        measured["maxProperties"] = 1;
        return new JsonObject { ["anyOf"] = new JsonArray(_word.Schema(), measured) };
    }
}
