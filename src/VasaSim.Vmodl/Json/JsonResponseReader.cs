using System.Text.Json;
using VasaSim.Vmodl.Reading;
using VasaSim.Vmodl.Soap;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Json;

/// <summary>Reads the bodies of VI JSON replies: the client's side, for tests and for clients that share this contract.</summary>
public static class JsonResponseReader
{
    /// <summary>Reads the result of a method: a value of its declared type, or null for an empty body.</summary>
    /// <param name="body">The message in UTF-8.</param>
    /// <param name="operation">The method that was called.</param>
    /// <exception cref="JsonException">The message is not a result of the method.</exception>
    public static object? ReadResult(ReadOnlyMemory<byte> body, OperationInfo operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (body.IsEmpty)
            return null;
        var type = operation.Returns ?? throw new JsonException($"{operation.Name} returns nothing.");
        return Read(body, reader => type.IsArray
            ? ElementReader.ToTypedList(type, reader.Items("result", type))
            : reader.Item("result", type));
    }

    /// <summary>Reads the fault that a call ended with.</summary>
    /// <param name="body">The message in UTF-8.</param>
    /// <exception cref="JsonException">The message is not a fault of the contract.</exception>
    public static MethodFault ReadFault(ReadOnlyMemory<byte> body) =>
        (MethodFault)Read(body, reader => reader.Object<MethodFault>("fault", MethodFault.Metadata))!;

    private static object? Read(ReadOnlyMemory<byte> body, Func<JsonElementReader, object?> read)
    {
        using var document = JsonDocument.Parse(body);
        var reader = new JsonElementReader(MessageLimits.Default);
        reader.Start(document.RootElement);
        var value = read(reader);
        if (reader.Error is not null || reader.InvalidArgument is not null)
            throw new JsonException(reader.ErrorText ?? $"'{reader.InvalidArgument}' is missing or cannot be read.");
        return value;
    }
}
