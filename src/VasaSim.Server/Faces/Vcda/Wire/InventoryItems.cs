namespace VasaSim.Server.Faces.Vcda.Wire;

/// <summary>Something that has an id and a name.</summary>
internal sealed record NamedItem(string Id, string Name);

/// <summary>An organization.</summary>
internal sealed record OrgItem(string Name, string Site);

/// <summary>A virtual data center.</summary>
internal sealed record VdcItem(string Id, string Name, string Org, string Site);

/// <summary>A machine of a cloud.</summary>
internal sealed record VmItem(
    string Id, string Name, string Description, string ComputerName, string VappId, string VappName, string VdcId, string VdcName, string Org,
    bool IsPoweredOn, IReadOnlyList<DiskItem> Disks);

/// <summary>A machine of a vCenter.</summary>
internal sealed record VcVmItem(string Id, string Name, string Description, string ComputerName, bool IsPoweredOn, IReadOnlyList<DiskItem> Disks);

/// <summary>A disk of a machine.</summary>
internal sealed record DiskItem(int DiskKey, long CapacityInBytes);

/// <summary>A vApp.</summary>
internal sealed record VappItem(
    string Id, string Name, string Description, string VdcId, string VdcName, string Org, IReadOnlyList<NamedItem> Vms);

/// <summary>A datastore.</summary>
internal sealed record DatastoreItem(string Id, string Name, string VimServerInstanceUuid, long CapacityInBytes, long FreeSpaceInBytes);

/// <summary>A policy: what organizations may do.</summary>
internal sealed record PolicyItem(
    string Id, string DisplayName, int MinRpo, int MaxInstances, int? MaxIncoming, bool AllowIncoming, bool AllowOutgoing, IReadOnlyList<string> Orgs);

/// <summary>An SLA profile.</summary>
internal sealed record SlaProfileItem(
    string Id, string DisplayName, int Rpo, DataConnectionKind DataConnectionType, bool Quiesced, RetentionPolicy RetentionPolicy);
