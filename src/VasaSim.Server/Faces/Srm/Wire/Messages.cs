namespace VasaSim.Server.Faces.Srm.Wire;

/// <summary>An error.</summary>
/// <param name="ErrorCode">What it is: <c>dr.fault.NotSupported</c>.</param>
/// <param name="Message">The text for people.</param>
/// <param name="OpId">The UUID of the request.</param>
internal sealed record ResponseError(string ErrorCode, string Message, string OpId);

/// <summary>A session that has begun.</summary>
internal sealed record SessionIdData(string SessionId);

/// <summary>Whose a session is.</summary>
internal sealed record SessionInfo(string Username);

/// <summary>Names the site to be paired with.</summary>
internal sealed record PairingSpec(PairingSpecPairPscInfo? PairPscInfo, string? PairVcGuid, string? PairSrmThumbprint, string? PairSrmUrl);

/// <summary>How the Platform Services Controller of a site is reached.</summary>
internal sealed record PairingSpecPairPscInfo(string? Url, int? Port, string? Thumbprint, string? Username, string? Password);
