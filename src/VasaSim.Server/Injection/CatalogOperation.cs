using VasaSim.Faults.Rules;

namespace VasaSim.Server.Injection;

/// <summary>An operation that rules can name.</summary>
/// <param name="Name">Its wire name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="NamesGroups">Whether it is about replication groups that the call names.</param>
public sealed record CatalogOperation(string Name, OperationKind Kind, bool NamesGroups);
