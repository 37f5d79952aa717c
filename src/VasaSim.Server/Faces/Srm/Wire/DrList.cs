using System.Text.Json.Serialization;

namespace VasaSim.Server.Faces.Srm.Wire;

/// <summary>A page of a list.</summary>
/// <param name="List">What is on it.</param>
/// <param name="Meta">Which page it is.</param>
internal sealed record DrList<T>(IReadOnlyList<T> List, [property: JsonPropertyName("_meta")] MetadataList Meta);

/// <summary>Which page of a list it is, and what could not be told of it.</summary>
/// <param name="Errors">Each part that is missing.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Offset">How many there are before it.</param>
/// <param name="Limit">How many it may have.</param>
/// <param name="Links">Where it and its neighbours are.</param>
internal sealed record MetadataList(IReadOnlyList<MetaError> Errors, long Total, long Offset, long Limit, MetaLinks Links);

/// <summary>Where pages are; clients look for the names even when there is no such page.</summary>
internal sealed record MetaLinks(HrefDrData? Next, HrefDrData Self, HrefDrData? Previous);

/// <summary>A complete URL.</summary>
internal sealed record HrefDrData(string Href);
