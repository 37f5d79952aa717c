using System.Text.Json;
using System.Text.Json.Nodes;
using VasaSim.Configuration;
using VasaSim.Core.Faults;
using VasaSim.Server.Faces.Vcda;

namespace VasaSim.Server.Control;

/// <summary>
/// Reads an error that a tester asks for of a task of clouds: its code, or an object with <c>type</c>, the code, for people
/// <c>message</c>, and <c>args</c> and <c>stacktrace</c>. A code that no operation has needs a <c>status</c>.
/// </summary>
internal static class ErrorReader
{
    /// <summary>What is legal, for messages.</summary>
    public const string Legal = "the code of an error such as GeneralServerFailure, or an object such as {\"type\": \"Conflict\", \"status\": 409, \"message\": \"Later.\"}";

    private const string CodeKey = "type";
    private const string MessageKey = "message";

    /// <summary>The error under a key; null, with problems, when it is not legal, and without when it is not there.</summary>
    public static ForeignFault? Read(JsonBody body, string key)
    {
        if (body.Value(key) is not { } value)
        {
            return null;
        }

        bool isCode = value.ValueKind == JsonValueKind.String;
        JsonObject members = value.ValueKind == JsonValueKind.Object ? JsonObject.Create(value)! : [];
        if (TextOf(isCode ? JsonValue.Create(value) : members[CodeKey]) is not { Length: > 0 } code)
        {
            body.Problem(value.ValueKind == JsonValueKind.Object ? $"{key}/{CodeKey}" : key, "the code of the error is missing", Legal);
            return null;
        }

        string? message = TextOf(members[MessageKey]);
        int before = body.Problems.Count;
        if (members.ContainsKey(MessageKey) && message is null)
        {
            body.Problem($"{key}/{MessageKey}", "the value is not legal", "a text");
        }

        members.Remove(CodeKey);
        members.Remove(MessageKey);
        foreach ((string member, string detail, string legal) in AskedError.ProblemsOf(code, members))
        {
            body.Problem(isCode ? key : $"{key}/{member}", detail + DidYouMean.Hint(code, AskedError.StatusOf(code) is null ? AskedError.Codes : []), legal);
        }

        return body.Problems.Count == before ? AskedError.Kept(AskedError.Make(code, members, message)) : null;
    }

    private static string? TextOf(JsonNode? value) => value is JsonValue && value.GetValueKind() == JsonValueKind.String ? (string?)value : null;
}
