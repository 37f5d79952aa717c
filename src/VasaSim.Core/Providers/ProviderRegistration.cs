namespace VasaSim.Core.Providers;

/// <summary>What a client wants to register.</summary>
/// <param name="Name">The name to know it by.</param>
/// <param name="Description">A description.</param>
/// <param name="UserName">The name of its login.</param>
/// <param name="Password">The password of its login.</param>
/// <param name="Url">Where it answers.</param>
/// <param name="Certificate">The certificate that the client trusts, as PEM.</param>
public sealed record ProviderRegistration(
    string Name, string? Description, string UserName, string Password, string Url, string? Certificate);
