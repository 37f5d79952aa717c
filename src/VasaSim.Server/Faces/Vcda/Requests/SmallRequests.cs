namespace VasaSim.Server.Faces.Vcda.Requests;

/// <summary>To give a replication to somebody else.</summary>
/// <param name="Owner">As <c>org@site</c>; null: the caller.</param>
internal sealed record ChownRequest(string? Owner);

/// <summary>To move a replica.</summary>
/// <param name="StorageProfileId">The UUID of a storage profile of the destination.</param>
internal sealed record StorageProfileRequest(string? StorageProfileId);
