namespace VasaSim.Trying;

/// <summary>Who logs in.</summary>
internal sealed record Credentials(string User, string Password);
