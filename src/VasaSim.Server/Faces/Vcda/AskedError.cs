using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using VasaSim.Core.Faults;
using VasaSim.Server.Faces.Vcda.Operations;
using VasaSim.Server.Faces.Vcda.Wire;

namespace VasaSim.Server.Faces.Vcda;

/// <summary>
/// Makes the errors that testers ask for: a code, and beside it <c>status</c>, <c>args</c> and <c>stacktrace</c>. A code
/// that no operation has needs a status, so that one which was mistyped is noticed.
/// </summary>
internal static class AskedError
{
    private const string Status = "status";
    private const string Args = "args";
    private const string Stacktrace = "stacktrace";
    private const int Least = 400;
    private const int Most = 599;

    private static readonly FrozenDictionary<string, int> _statuses =
        VcdaOperations.All.SelectMany(o => o.AllErrors).Distinct().ToFrozenDictionary(e => e.Name, e => e.Status, StringComparer.Ordinal);

    /// <summary>The codes that operations have.</summary>
    public static IReadOnlySet<string> Codes { get; } = new SortedSet<string>(_statuses.Keys, StringComparer.Ordinal);

    /// <summary>The status of a code; null when no operation has it.</summary>
    public static int? StatusOf(string code) => _statuses.TryGetValue(code, out int status) ? status : null;

    /// <summary>What is wrong with the members that are given to a code: which, why, and what is legal.</summary>
    public static IEnumerable<(string Member, string Detail, string Legal)> ProblemsOf(string code, JsonObject? members)
    {
        if (members?[Status] is null && StatusOf(code) is null)
        {
            yield return (Status, $"no operation has the code {code}, so its status is needed", LegalStatus);
        }

        foreach ((string name, JsonNode? value) in members ?? [])
        {
            string? legal = name switch
            {
                Status => NumberOf(value) is >= Least and <= Most ? null : LegalStatus,
                Args => value is JsonArray list && list.All(IsText) ? null : "a list of texts",
                Stacktrace => value is null || IsText(value) ? null : "a text",
                _ => $"one of {Status}, {Args} and {Stacktrace}",
            };
            if (legal is not null)
            {
                yield return (name, name is Status or Args or Stacktrace ? "the value is not legal" : "an error has no such member", legal);
            }
        }
    }

    /// <summary>Makes an error of a code whose members are legal.</summary>
    /// <param name="code">The code.</param>
    /// <param name="members">What is given besides.</param>
    /// <param name="message">The text for people; null: that of <paramref name="usual"/>.</param>
    /// <param name="usual">What the API would say; null: nothing is known of it.</param>
    public static VcdaFailure Make(string code, JsonObject? members, string? message, VcdaFailure? usual = null) => new(
        NumberOf(members?[Status]) ?? StatusOf(code) ?? ErrorCode.GeneralServerFailure.Status,
        new ApiError(
            code,
            message ?? usual?.Error.Msg ?? $"{code}.",
            members?[Args] is JsonArray args ? [.. args.Select(a => (string)a!)] : usual?.Error.Args ?? [],
            (string?)members?[Stacktrace]));

    /// <summary>The error where the world keeps it; <see cref="Of"/> gives it back.</summary>
    public static ForeignFault Kept(VcdaFailure failure) =>
        new(failure.Error.Code, JsonSerializer.Serialize(failure.Error, VcdaJson.Newest.ApiError), failure.Error.Msg);

    /// <summary>The error that the world kept.</summary>
    public static ApiError Of(ForeignFault kept) => JsonSerializer.Deserialize(kept.Json, VcdaJson.Newest.ApiError)!;

    private static string LegalStatus { get; } = string.Create(CultureInfo.InvariantCulture, $"a whole number from {Least} to {Most}");

    private static bool IsText(JsonNode? value) => value is JsonValue && value.GetValueKind() == JsonValueKind.String;

    // Rules have it from YAML, testers from JSON: the text is the same.
    private static int? NumberOf(JsonNode? value) =>
        value is JsonValue && int.TryParse(value.ToJsonString(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
