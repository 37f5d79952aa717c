using System.Text.Json.Serialization;

namespace VasaSim.Server.Faces.Srm.Wire;

/// <summary>Something that is answered alone with <c>_meta</c> beside its own members, and without it elsewhere.</summary>
internal abstract record Resource
{
    /// <summary>What could not be told; null where it is a part of something else.</summary>
    [JsonPropertyName("_meta")]
    [JsonPropertyOrder(1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Metadata? Meta { get; init; }
}

/// <summary>What could not be told of an answer.</summary>
/// <param name="Errors">Each part that is missing.</param>
internal sealed record Metadata(IReadOnlyList<MetaError> Errors);

/// <summary>A part of an answer that could not be told.</summary>
/// <param name="Code">Why, as in a <see cref="ResponseError"/>.</param>
/// <param name="Message">Why, for people.</param>
/// <param name="Field">The JSONPath of the part.</param>
internal sealed record MetaError(string Code, string Message, string Field);
