using System.Text.Json.Nodes;

namespace VasaSim.Server.Tests.Faces.Vcda;

/// <summary>What a call got: never a 5xx that was not asked for, and always as the description says.</summary>
public sealed record VcdaReply(int Status, string ContentType, JsonNode? Body, string? Allow, string? Token)
{
    /// <summary>The body's member.</summary>
    public JsonNode? this[string member] => Body![member];

    /// <summary>The code of an error.</summary>
    public string? Code => (string?)this["code"];

    /// <summary>The text of an error.</summary>
    public string Message => (string)this["msg"]!;

    /// <summary>The items of a list.</summary>
    public JsonArray Items => Body as JsonArray ?? this["items"]!.AsArray();
}
