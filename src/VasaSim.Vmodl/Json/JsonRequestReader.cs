using System.Buffers;
using System.Text.Json;
using VasaSim.Vmodl.Soap;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Json;

/// <summary>Reads the bodies of VI JSON calls. What is wrong with one is said in the result, never thrown.</summary>
public static class JsonRequestReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>
    /// Reads the arguments of a method: an object with one member per argument. Members that the method does not know
    /// are passed over, null is like left out, and an empty body is like an empty object.
    /// </summary>
    /// <param name="body">The message in UTF-8; it must not change until the method returns.</param>
    /// <param name="operation">The method that is called.</param>
    /// <param name="limits">How large the message may be.</param>
    public static JsonRequest Read(ReadOnlySequence<byte> body, OperationInfo operation, MessageLimits limits)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(limits);
        if (body.Length > limits.MaxBodyBytes)
            return Unusable($"The request is longer than {limits.MaxBodyBytes} bytes.");
        try
        {
            using var document = JsonDocument.Parse(Content(body), new() { MaxDepth = limits.MaxDepth });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(document.RootElement, operation, limits)
                : Unusable("The request is not a JSON object.");
        }
        // The second is what the parser throws, late, for texts that are no UTF-8.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Unusable($"The request is not well-formed JSON: {exception.Message}");
        }
    }

    private static JsonRequest Read(JsonElement root, OperationInfo operation, MessageLimits limits)
    {
        var reader = new JsonElementReader(limits);
        reader.Start(root);
        var request = (Request)operation.RequestType.Read(reader);
        return new()
        {
            Request = request,
            Error = reader.Error,
            ErrorText = reader.ErrorText,
            InvalidArgument = reader.InvalidArgument,
        };
    }

    private static ReadOnlySequence<byte> Content(ReadOnlySequence<byte> body)
    {
        var reader = new SequenceReader<byte>(body);
        reader.IsNext(ByteOrderMark, advancePast: true);
        var content = reader.UnreadSequence;
        reader.AdvancePastAny(" \t\r\n"u8);
        return reader.End ? new("{}"u8.ToArray()) : content;
    }

    private static JsonRequest Unusable(string text) => new() { Error = new InvalidRequest(), ErrorText = text };
}
