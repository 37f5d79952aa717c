using System.Buffers;
using System.Text;
using System.Text.Json;

namespace VasaSim.Server.Faces.Rest;

/// <summary>What was made of a request's body.</summary>
internal sealed record ReadBody
{
    /// <summary>The message; null when there is none, or a problem.</summary>
    public object? Value { get; private init; }

    /// <summary>The text that it was read from; empty when there is none.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Why it cannot be read; null when it can.</summary>
    public string? Problem { get; private init; }

    /// <summary>Reads the body of an operation.</summary>
    /// <param name="operation">Says what is expected; null: nothing is.</param>
    /// <param name="bytes">The body.</param>
    public static ReadBody Of(RestOperation operation, ReadOnlySequence<byte> bytes)
    {
        if (operation.Body is not { } type)
        {
            return new ReadBody();
        }

        if (bytes.IsEmpty)
        {
            return operation.MayLackBody ? new ReadBody() : new ReadBody { Problem = "The body is missing; legal is a JSON object." };
        }

        try
        {
            Utf8JsonReader reader = new(bytes);
            object? value = JsonSerializer.Deserialize(ref reader, type);
            if (reader.Read())
            {
                return new ReadBody { Problem = "The body has something behind its JSON object." };
            }

            return value is null
                ? new ReadBody { Problem = "The body is null; legal is a JSON object." }
                : new ReadBody { Value = value, Text = Encoding.UTF8.GetString(bytes) };
        }
        catch (JsonException e)
        {
            return new ReadBody { Problem = LegalValues.Explain(e, type) };
        }
    }
}
