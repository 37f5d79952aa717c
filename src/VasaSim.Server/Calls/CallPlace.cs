namespace VasaSim.Server.Calls;

/// <summary>Where a call is served, as rules ask for it. What is not known is null.</summary>
/// <param name="Site">The name of the site.</param>
/// <param name="Provider">The id of the provider.</param>
/// <param name="ProviderName">The name of the provider.</param>
public readonly record struct CallPlace(string? Site, string? Provider, string? ProviderName);
