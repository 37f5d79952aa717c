using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VasaSim.Server.Control;

/// <summary>Times are UTC with milliseconds, as simulated time has them: <c>2025-01-15T12:00:00.000Z</c>.</summary>
internal sealed class TimeConverter : JsonConverter<DateTimeOffset>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));
    }
}
