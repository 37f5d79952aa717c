using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Faults;
using VasaSim.Server.Faces.Sms.Translation;

namespace VasaSim.Server.Faces;

/// <summary>Says for people what the faults of clouds mean, which the Storage Monitoring Service does not have.</summary>
internal static class CloudFaultText
{
    /// <summary>The fault's text for people.</summary>
    public static string ToText(this CloudFault fault) => fault switch
    {
        CloudNotFound f => $"There is no {WordOf(f.Kind)} '{f.Id}'.",
        NotLicensed => "The product is not licensed.",
        AlreadyReplicated f => $"'{f.Machine}' is replicated to that site already, by {f.Replication}.",
        PolicyViolation f => $"The policy '{f.Policy}' does not allow it: {WordOf(f.Rule)}.",
        ReplicationPaused => "The replication is paused.",
        ReplicationNotPaused => "The replication is not paused.",
        SeedMismatch f => $"The disks of the seed '{f.Seed}' are not those of '{f.Machine}'.",
        MachineLeftOut { Cause: CloudFault cause } f => $"{f.Replication}: {cause.ToText()}",
        MachineLeftOut f => $"{f.Replication}: {f.Cause.ToText()}",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "There is no text for it."),
    };

    private static string WordOf(CloudThing kind) => kind switch
    {
        CloudThing.VmReplication => "replication",
        CloudThing.VappReplication => "vApp replication",
        CloudThing.Site => "site",
        CloudThing.Vdc => "virtual data center",
        CloudThing.StorageProfile => "storage profile",
        CloudThing.Vapp => "vApp",
        CloudThing.Machine => "virtual machine",
        CloudThing.SlaProfile => "SLA profile",
        CloudThing.Instance => "instance",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string WordOf(PolicyRule rule) => rule switch
    {
        PolicyRule.MinRpo => "the RPO is too short",
        PolicyRule.MaxInstances => "too many instances",
        PolicyRule.MaxIncoming => "too many replications come to the organization",
        PolicyRule.AllowIncoming => "no replication may come to the organization",
        PolicyRule.AllowOutgoing => "the organization's machines may not be replicated",
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };
}
