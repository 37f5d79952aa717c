namespace VasaSim.Server.Faces.Vcda.Wire;

/// <summary>A page of what was asked for.</summary>
/// <param name="Items">What is on the page.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Offset">How many come before the page.</param>
/// <param name="Limit">How many a page has at most.</param>
internal sealed record QueryResult<T>(IReadOnlyList<T> Items, int Total, int Offset, int Limit);
