using System.Buffers;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Json;

/// <summary>Writes the bodies of VI JSON replies. Nothing newer than the caller's version is written.</summary>
public static class JsonResponseWriter
{
    /// <summary>
    /// Writes the result of a method. Nothing is written for a method without a result and for a result that is unset; a
    /// list without items is an empty array, whether it is unset or empty.
    /// </summary>
    /// <param name="output">Takes the message.</param>
    /// <param name="operation">The method that was called.</param>
    /// <param name="result">
    /// A value of the declared type, for lists an <see cref="IReadOnlyList{T}"/>; null for nothing or unset.
    /// </param>
    /// <param name="version">The caller's version.</param>
    /// <exception cref="ArgumentException">The result does not fit the declared type.</exception>
    public static void WriteResult(
        IBufferWriter<byte> output, OperationInfo operation, object? result, ApiVersion version)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (operation.Returns is { } type)
            WriteValue(output, type, result ?? (type.IsArray ? Array.Empty<object>() : null), version);
        else if (result is not null)
            throw new ArgumentException($"{operation.Name} returns nothing.", nameof(result));
    }

    /// <summary>Writes a value that stands by itself, such as a property; nothing if it is null.</summary>
    /// <param name="output">Takes the message.</param>
    /// <param name="type">The declared type.</param>
    /// <param name="value">A value of the type, for lists an <see cref="IReadOnlyList{T}"/>.</param>
    /// <param name="version">The caller's version.</param>
    /// <exception cref="ArgumentException">The value does not fit the type.</exception>
    public static void WriteValue(IBufferWriter<byte> output, TypeRef type, object? value, ApiVersion version)
    {
        ArgumentNullException.ThrowIfNull(type);
        using var writer = new JsonElementWriter(output, version);
        writer.Value(default, type, value);
    }

    /// <summary>Writes the fault that a call ends with: bare, with its message in it.</summary>
    /// <param name="output">Takes the message.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="message">What to tell people.</param>
    /// <param name="version">The caller's version.</param>
    public static void WriteFault(IBufferWriter<byte> output, MethodFault fault, string message, ApiVersion version)
    {
        ArgumentNullException.ThrowIfNull(fault);
        using var writer = new JsonElementWriter(output, version);
        writer.CallFault(fault, message);
    }
}
