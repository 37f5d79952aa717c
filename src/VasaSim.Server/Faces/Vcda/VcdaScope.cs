namespace VasaSim.Server.Faces.Vcda;

/// <summary>What the face speaks for.</summary>
/// <param name="Site">The cloud site that answers.</param>
/// <param name="Address">Where it answers, once it listens.</param>
/// <param name="Thumbprint">The SHA-256 of its certificate in hexadecimal digits; null without TLS.</param>
internal sealed record VcdaScope(string Site, Func<Uri> Address, string? Thumbprint);
