using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VasaSim.Core.Storage;

namespace VasaSim.Storage.Serialization;

/// <summary>
/// Turns entities into UTF-8 JSON and back. An instance writes into a buffer that it reuses, so it serves one thread;
/// reading is safe from any thread.
/// </summary>
internal sealed class EntitySerializer : IDisposable
{
    private const int KeptBuffer = 256 * 1024;

    // Nobody shows a stored body in a web page, so only what JSON itself demands is escaped.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _writer;

    public EntitySerializer() => _writer = new Utf8JsonWriter(_buffer, Options);

    /// <summary>The body of an entity, valid until the next call.</summary>
    public ReadOnlySpan<byte> Write(EntityKind kind, Entity entity)
    {
        if (_buffer.Capacity > KeptBuffer)
            _buffer = new ArrayBufferWriter<byte>(4096);
        _buffer.ResetWrittenCount();
        _writer.Reset(_buffer);
        JsonSerializer.Serialize(_writer, entity, EntityTypes.ForWriting(kind));
        return _buffer.WrittenSpan;
    }

    /// <summary>The entity of a body.</summary>
    /// <exception cref="JsonException">The body is not one of the kind.</exception>
    /// <exception cref="UnknownKindException">This version does not know the kind.</exception>
    public static Entity Read(EntityKind kind, ReadOnlySpan<byte> body)
    {
        JsonTypeInfo type = EntityTypes.ForReading(kind) ?? throw new UnknownKindException(kind);
        return (Entity?)JsonSerializer.Deserialize(body, type) ?? throw new JsonException("The body is null.");
    }

    public void Dispose() => _writer.Dispose();
}
