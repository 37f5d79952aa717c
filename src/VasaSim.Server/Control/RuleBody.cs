using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using VasaSim.Configuration;
using VasaSim.Faults.Rules;

namespace VasaSim.Server.Control;

/// <summary>Reads rules that were sent, as JSON or as the YAML of a rule file.</summary>
internal static class RuleBody
{
    private static readonly string[] _yaml = ["yaml", "x-yaml", "vnd.yaml"];

    /// <summary>Reads a body.</summary>
    /// <param name="http">The request.</param>
    /// <param name="fromText">Reads YAML.</param>
    /// <param name="fromJson">Reads JSON.</param>
    public static async Task<(T? Value, Reply? Refusal)> ReadAsync<T>(
        HttpContext http, Func<string, RuleFileResult<T>> fromText, Func<JsonElement, RuleFileResult<T>> fromJson)
        where T : class
    {
        using MemoryStream bytes = new();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        if (MediaTypeHeaderValue.TryParse(http.Request.ContentType, out MediaTypeHeaderValue? type) && _yaml.Contains(type.SubType.Value))
        {
            return Answer(fromText(Encoding.UTF8.GetString(bytes.ToArray())));
        }

        bytes.Position = 0;
        (JsonElement? json, Reply? refusal) = RequestBody.ParseJson(http.Request.ContentType, bytes);
        return json is null ? (null, refusal) : Answer(fromJson(json.Value));
    }

    /// <summary>What is wrong with rules, as the control API says it.</summary>
    public static IReadOnlyList<ProblemItem> Items(IEnumerable<FileProblem> problems) =>
        [.. problems.Select(p => new ProblemItem(p.Pointer, p.Message) { Line = p.Line > 0 ? p.Line : null })];

    private static (T? Value, Reply? Refusal) Answer<T>(RuleFileResult<T> result)
        where T : class => result.Value is { } value ? (value, null) : (null, Reply.Invalid(Items(result.Problems)));
}
