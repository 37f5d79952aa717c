using System.Globalization;
using System.Text.Json.Nodes;

namespace VasaSim.Server.Faces.Srm;

/// <summary>
/// Makes the errors that testers ask for: a code, and beside it <c>status</c>. A code that the simulator never answers by
/// itself needs a status, so that one which was mistyped is noticed.
/// </summary>
internal static class AskedFault
{
    /// <summary>The statuses that come with an error, of which one may be chosen.</summary>
    public const string LegalStatus = "400, 403 or 500";

    private const string Status = "status";

    /// <summary>The codes that are known.</summary>
    public static IReadOnlySet<string> Codes { get; } = new SortedSet<string>(SrmFault.All.Select(f => f.Name), StringComparer.Ordinal);

    /// <summary>What is wrong with a code and the members that are given to it: which, and why.</summary>
    public static IEnumerable<(string Member, string Detail)> ProblemsOf(string code, JsonObject? members)
    {
        if (!code.StartsWith(SrmFault.Prefix, StringComparison.Ordinal) || code.Length == SrmFault.Prefix.Length)
        {
            yield return ("", $"codes of errors begin with {SrmFault.Prefix}");
        }
        else if (members?[Status] is null && StatusOf(code) is null)
        {
            yield return (Status, $"the simulator knows no code {code}, so its status is needed (it must be {LegalStatus})");
        }

        foreach ((string name, JsonNode? value) in members ?? [])
        {
            if (name != Status)
            {
                yield return (name, $"an error has no such member; {Status} may be given");
            }
            else if (NumberOf(value) is not (400 or 403 or 500) || StatusOf(code) is { } known && !SrmFault.HasBody(known))
            {
                yield return (name, $"the value is not legal (it must be {LegalStatus}, and {SrmFault.NotAuthenticated.Name} and {SrmFault.NotFound.Name} have their own)");
            }
        }
    }

    /// <summary>Makes an error of a code whose members are legal.</summary>
    /// <param name="code">The code.</param>
    /// <param name="members">What is given besides.</param>
    /// <param name="message">The text for people; null: there is nothing to say.</param>
    public static SrmFailure Make(string code, JsonObject? members, string? message) =>
        new(NumberOf(members?[Status]) ?? StatusOf(code) ?? SrmFault.InternalError.Status, code, message ?? $"{code}.");

    private static int? StatusOf(string code) => SrmFault.All.FirstOrDefault(f => f.Name == code)?.Status;

    // Rules have it from YAML, testers from JSON: the text is the same.
    private static int? NumberOf(JsonNode? value) =>
        value is JsonValue && int.TryParse(value.ToJsonString(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
