namespace VasaSim.Server.Faces.Vcda.Wire;

/// <summary>Where a replication comes from. All but the site is null on-premises.</summary>
internal sealed record SourceInfo(string Site, string? Org, string? VdcId, string? VdcName, string? VappId, string? VappName);

/// <summary>Where a replication goes to. All but the site is null on-premises.</summary>
internal sealed record DestinationInfo(string Site, string? Org, string? VdcId, string? VdcName, string? RecoveredVappId);

/// <summary>Where a replica is in the vCenter behind its cloud.</summary>
internal sealed record VimLocation(string VimServer, string VimServerInstanceUuid, string Datastore, string DatastoreMoref, string DatastoreName);

/// <summary>An SLA profile as a replication names it.</summary>
internal sealed record SlaProfileName(string Id, string DisplayName);

/// <summary>How a machine is started and stopped with its vApp.</summary>
internal sealed record StartupInfo(int Order, string StartAction, int StartDelay, string StopAction, int StopDelay);
