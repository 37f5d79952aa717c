using System.Text.Json.Serialization.Metadata;

namespace VasaSim.Server.Faces.Rest;

/// <summary>What is sent to a client.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">What the body is.</param>
/// <param name="Value">The body.</param>
/// <param name="Type">How the body is written; null: there is none.</param>
internal readonly record struct RestAnswer(int Status, string ContentType, object? Value, JsonTypeInfo? Type);
