namespace VasaSim.Server.Faces.Srm.Wire;

/// <summary>Something that is wrong.</summary>
/// <param name="Entity">The id of what it is wrong with.</param>
/// <param name="EntityName">Its name.</param>
/// <param name="Description">What is wrong, for people.</param>
/// <param name="Timestamp">Since when, in milliseconds of Unix time.</param>
/// <param name="Status">How bad it is.</param>
/// <param name="IssueType">What it is wrong with.</param>
internal sealed record IssueInfo(string Entity, string? EntityName, string Description, long Timestamp, IssueStatus Status, IssueType IssueType);
