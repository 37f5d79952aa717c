using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using VasaSim.Server.Tests.OpenApi;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>Makes requests of Site Recovery Manager from the description that is served: such as it allows, and such as it does not.</summary>
internal sealed class SrmRequests
{
    private static readonly string[] _strange = ["", "x", "::", "[", "ü 🚀 <&>\"'\u0001", new('x', 2000)];

    private readonly IReadOnlyDictionary<string, string[]> _known;
    private readonly ValueGenerator _values;
    private readonly string[] _texts;

    /// <param name="schemas">The description.</param>
    /// <param name="known">What there is, by the name that parameters of paths have for it.</param>
    public SrmRequests(ReplySchemas schemas, IReadOnlyDictionary<string, string[]> known)
    {
        _known = known;
        _texts = [.. known.Values.SelectMany(v => v), .. _strange];
        _values = new ValueGenerator(schemas.Document, _texts, []);
        Legal =
            from operation in Gen.Elements(schemas.Operations.Where(o => o.Path != "/session").ToArray())
            from path in Path(operation.Path)
            from query in Query(operation.Operation["parameters"])
            from body in operation.Operation["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema
                ? _values.Of(schema).Select(value => value!.ToJsonString())
                : Gen.Constant("")
            select new GeneratedRequest(operation.Path, operation.Verb.ToUpperInvariant(), path + query, Encoding.UTF8.GetBytes(body), "application/json");
        Mutated = Mutation.Of(Legal, (request, _) => request with
        {
            Path = $"{request.Path}{(request.Path.Contains('?', StringComparison.Ordinal) ? "&" : "?")}limit=-1&offset=x&filter_property=.&sort_by=..&color=red&%00",
        });
    }

    /// <summary>Requests that the description allows.</summary>
    public Gen<GeneratedRequest> Legal { get; }

    /// <summary>Requests with something wrong in them, often.</summary>
    public Gen<GeneratedRequest> Mutated { get; }

    private Gen<string> Path(string template) => Regex.Matches(template, @"\{(\w+)\}").Select(m => m.Groups[1].Value).Aggregate(
        Gen.Constant(template),
        (path, name) =>
            from text in path
            from value in Gen.Frequency((9, Gen.Elements(_known.GetValueOrDefault(name, ["0", "1"]))), (1, Gen.Elements(_texts.Where(t => t.Length > 0).ToArray())))
            select text.Replace($"{{{name}}}", Uri.EscapeDataString(value), StringComparison.Ordinal));

    private Gen<string> Query(JsonNode? parameters)
    {
        JsonNode[] query = [.. (parameters?.AsArray() ?? []).OfType<JsonNode>().Where(p => (string?)p["in"] == "query")];
        Gen<string>[] parts = [.. query.Select(p =>
            from has in Gen.Elements(true, false, false, false)
            from value in (string?)p["name"] is "filter_property" or "sort_by" ? Gen.Elements("id", "Name", "status", "nothing.such").Select(v => (JsonNode?)v) : _values.Of(p["schema"]!)
            select has ? $"{p["name"]}={Uri.EscapeDataString(value?.ToString() ?? "")}" : "")];
        return Gen.CollectToArray(parts).Select(all => string.Join('&', all.Where(p => p.Length > 0)) is { Length: > 0 } text ? $"?{text}" : "");
    }
}
