using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace VasaSim.Server.Control;

/// <summary>A path of the control port with one method: who answers, and what is told of it.</summary>
/// <param name="Method">The HTTP method; GET answers HEAD too.</param>
/// <param name="Path">The path, with its parameters in braces.</param>
/// <param name="Summary">What it does, in a sentence.</param>
/// <param name="Handler">Answers it.</param>
internal sealed record ControlRoute(string Method, string Path, string Summary, Func<HttpContext, ValueTask<Reply>>? Handler)
{
    /// <summary>Answers it with a stream, where there is no <see cref="Handler"/>.</summary>
    public RequestDelegate? Stream { get; init; }

    /// <summary>What it answers, as JSON; null for something else.</summary>
    public JsonTypeInfo? Answer { get; init; }

    /// <summary>The media type of an answer that is no JSON.</summary>
    public string? Media { get; init; }

    /// <summary>The schema of its body; null: it has none.</summary>
    public Func<JsonObject>? Body { get; init; }

    /// <summary>The parameters of its query.</summary>
    public IReadOnlyList<string> Query { get; init; } = [];

    /// <summary>Whether its body may be a rule file in YAML.</summary>
    public bool TakesYaml { get; init; }
}
