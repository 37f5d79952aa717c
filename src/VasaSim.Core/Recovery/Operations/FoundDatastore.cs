namespace VasaSim.Core.Recovery.Operations;

/// <summary>A datastore that placeholders can be made on.</summary>
/// <param name="Id">The datastore.</param>
/// <param name="IsPlaceholder">Whether they are.</param>
public sealed record FoundDatastore(string Id, bool IsPlaceholder);
