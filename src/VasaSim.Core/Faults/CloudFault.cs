using VasaSim.Core.Cloud.Model;

namespace VasaSim.Core.Faults;

/// <summary>A fault that only the replication service of clouds has.</summary>
public abstract record CloudFault : Fault;

/// <summary>The thing named is not there, or not where it was looked for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
public sealed record CloudNotFound(CloudThing Kind, string Id) : CloudFault;

/// <summary>What calls name.</summary>
public enum CloudThing
{
    /// <summary>The replication of a machine.</summary>
    VmReplication,

    /// <summary>The replication of a vApp.</summary>
    VappReplication,

    /// <summary>A cloud site.</summary>
    Site,

    /// <summary>A virtual data center.</summary>
    Vdc,

    /// <summary>A storage profile of a virtual data center.</summary>
    StorageProfile,

    /// <summary>A vApp.</summary>
    Vapp,

    /// <summary>A machine.</summary>
    Machine,

    /// <summary>An SLA profile.</summary>
    SlaProfile,

    /// <summary>An instance of a replication.</summary>
    Instance,
}

/// <summary>The product has no license.</summary>
public sealed record NotLicensed : CloudFault;

/// <summary>The machine is replicated to that site already.</summary>
/// <param name="Machine">The machine's name.</param>
/// <param name="Replication">The replication that does it.</param>
public sealed record AlreadyReplicated(string Machine, string Replication) : CloudFault;

/// <summary>An organization may not do that.</summary>
/// <param name="Policy">The name of its policy.</param>
/// <param name="Rule">What the policy does not allow.</param>
public sealed record PolicyViolation(string Policy, PolicyRule Rule) : CloudFault;

/// <summary>What a <see cref="ReplicationPolicy"/> says.</summary>
public enum PolicyRule
{
    /// <summary>The RPO is shorter than allowed.</summary>
    MinRpo,

    /// <summary>More instances than allowed.</summary>
    MaxInstances,

    /// <summary>More replications come to the organization than allowed.</summary>
    MaxIncoming,

    /// <summary>No replication may come to the organization.</summary>
    AllowIncoming,

    /// <summary>None of the organization's machines may be replicated.</summary>
    AllowOutgoing,
}

/// <summary>It cannot be done while the replication is paused.</summary>
public sealed record ReplicationPaused : CloudFault;

/// <summary>It can be done only while the replication is paused.</summary>
public sealed record ReplicationNotPaused : CloudFault;

/// <summary>The disks of the seed are not those of the machine.</summary>
/// <param name="Seed">The seed's name.</param>
/// <param name="Machine">The machine's name.</param>
public sealed record SeedMismatch(string Seed, string Machine) : CloudFault;

/// <summary>One replication of a vApp could not do what others of it did. Always a warning.</summary>
/// <param name="Replication">The replication of the machine.</param>
/// <param name="Cause">Why.</param>
public sealed record MachineLeftOut(string Replication, Fault Cause) : CloudFault;
