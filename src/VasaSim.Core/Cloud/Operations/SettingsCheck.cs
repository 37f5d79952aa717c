using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Faults;

namespace VasaSim.Core.Cloud.Operations;

/// <summary>Which settings a replication can have.</summary>
internal static class SettingsCheck
{
    private const int MinRpo = 5;
    private const int MaxRpo = 1440;
    private const int MaxRules = 5;
    private const int MaxInstances = 24;

    /// <summary>The settings with what an SLA profile says instead of them; or the fault of one that makes no sense.</summary>
    /// <param name="world">The world.</param>
    /// <param name="own">The settings of the replication itself; what the profile is about is not looked at when there is one.</param>
    /// <param name="slaProfile">The id of the profile, or null.</param>
    public static Result<ReplicationSettings> Resolve(World world, ReplicationSettings own, string? slaProfile)
    {
        if (slaProfile is null)
        {
            return Check(own) is { } fault ? fault : own;
        }

        if (world.Cloud.FindSlaProfile(slaProfile) is not { Settings: var profile })
        {
            return new CloudNotFound(CloudThing.SlaProfile, slaProfile);
        }

        return own with
        {
            Rpo = profile.Rpo,
            DataConnectionType = profile.DataConnectionType,
            Quiesced = profile.Quiesced,
            Retention = profile.Retention,
        };
    }

    /// <summary>How many instances the retention rules keep, at least the latest.</summary>
    public static int InstancesOf(ReplicationSettings settings) => Math.Max(1, settings.Retention.Sum(r => r.NumberOfInstances));

    private static Fault? Check(ReplicationSettings settings)
    {
        if (settings.Rpo is < MinRpo or > MaxRpo)
        {
            return new InvalidArgument("rpo");
        }

        bool sensible = settings.Retention.Count <= MaxRules
            && settings.Retention.All(r => r is { NumberOfInstances: > 0 and <= MaxInstances, Distance: > 0 })
            && InstancesOf(settings) <= MaxInstances;
        return sensible ? null : new InvalidArgument("retentionPolicy");
    }
}
