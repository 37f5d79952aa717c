using System.Text.Json;
using System.Text.Json.Serialization;

namespace VasaSim.Server.Faces.Rest;

/// <summary>Writes a value by its own name in upper case, with underscores between the words, and reads nothing else.</summary>
internal sealed class UpperWordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false)
    where T : struct, Enum;
