using VasaSim.Core.Recovery.Model;

namespace VasaSim.Core.Faults;

/// <summary>A fault that only the protection of machines by groups has.</summary>
public abstract record ProtectionFault : Fault;

/// <summary>The thing named is not there, or not where it was looked for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
public sealed record ProtectionNotFound(ProtectionThing Kind, string Id) : ProtectionFault;

/// <summary>What calls about protection name.</summary>
public enum ProtectionThing
{
    /// <summary>A protection group.</summary>
    Group,

    /// <summary>A machine of a group, or of a site.</summary>
    Machine,

    /// <summary>A replication group at the protected site.</summary>
    ReplicationGroup,

    /// <summary>A datastore.</summary>
    Datastore,

    /// <summary>A folder of groups or plans.</summary>
    Folder,

    /// <summary>A mapping.</summary>
    Mapping,

    /// <summary>A folder, resource pool, network, storage policy or host of a site.</summary>
    InventoryObject,

    /// <summary>A site.</summary>
    Site,
}

/// <summary>Another group, or a folder at the same place, has the name.</summary>
/// <param name="Name">The name.</param>
public sealed record NameInUse(string Name) : ProtectionFault;

/// <summary>Another group protects it already.</summary>
/// <param name="What">The machine, replication group or datastore.</param>
/// <param name="Group">The name of the group that does.</param>
public sealed record AlreadyProtected(string What, string Group) : ProtectionFault;

/// <summary>Nothing replicates it to the recovery site.</summary>
/// <param name="What">The machine, replication group or datastore.</param>
public sealed record NotReplicated(string What) : ProtectionFault;

/// <summary>Nobody said where something that the machine is in or uses goes.</summary>
/// <param name="Names">The names of what is not mapped.</param>
public sealed record MissingMappings(IReadOnlyList<string> Names) : ProtectionFault;

/// <summary>The operation is not for groups of that kind.</summary>
/// <param name="Kind">The kind that the group has.</param>
public sealed record WrongReplicationKind(ReplicationKind Kind) : ProtectionFault;

/// <summary>The machine was configured since its settings were read.</summary>
/// <param name="Version">The version that it has now.</param>
public sealed record SettingsChanged(long Version) : ProtectionFault;

/// <summary>A running task works on it.</summary>
/// <param name="Task">The task.</param>
public sealed record ProtectionBusy(string Task) : ProtectionFault;

/// <summary>It is mapped already, or a placeholder datastore already.</summary>
/// <param name="What">What.</param>
public sealed record AlreadyMapped(string What) : ProtectionFault;

/// <summary>A folder has something in it.</summary>
/// <param name="Name">The folder's name.</param>
public sealed record FolderNotEmpty(string Name) : ProtectionFault;
