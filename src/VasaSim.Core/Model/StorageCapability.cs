namespace VasaSim.Core.Model;

/// <summary>A capability that a provider reports for a datastore.</summary>
/// <param name="Id">Unique id.</param>
/// <param name="Name">Name.</param>
/// <param name="Description">What it means, for people.</param>
public sealed record StorageCapability(string Id, string Name, string Description);
