using System.Text.Json.Serialization;

namespace VasaSim.Server.Faces.Rest;

/// <summary>Writes a value as its word, and reads nothing else.</summary>
internal sealed class WordConverter<T>() : JsonStringEnumConverter<T>(namingPolicy: null, allowIntegerValues: false)
    where T : struct, Enum;
