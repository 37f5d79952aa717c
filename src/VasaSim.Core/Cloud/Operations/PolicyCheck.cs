using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Faults;

namespace VasaSim.Core.Cloud.Operations;

/// <summary>What organizations may do. A vCenter alone has no organization, and so no policy.</summary>
internal static class PolicyCheck
{
    /// <summary>Whether replications may be started from one end to the other.</summary>
    /// <param name="world">The world.</param>
    /// <param name="source">Where from.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="settings">Their settings.</param>
    /// <param name="count">How many.</param>
    public static Fault? Start(World world, ReplicationEnd source, ReplicationEnd destination, ReplicationSettings settings, int count)
    {
        if (Of(world, source) is { AllowOutgoing: false } outgoing)
        {
            return new PolicyViolation(outgoing.DisplayName, PolicyRule.AllowOutgoing);
        }

        if (Of(world, destination) is { } incoming)
        {
            if (!incoming.AllowIncoming)
            {
                return new PolicyViolation(incoming.DisplayName, PolicyRule.AllowIncoming);
            }

            if (incoming.MaxIncoming is { } max && count + Incoming(world, destination) > max)
            {
                return new PolicyViolation(incoming.DisplayName, PolicyRule.MaxIncoming);
            }
        }

        return Settings(world, source, destination, settings);
    }

    /// <summary>Whether a replication may have settings: the destination's organization decides, where there is none the source's.</summary>
    public static Fault? Settings(World world, ReplicationEnd source, ReplicationEnd destination, ReplicationSettings settings)
    {
        if ((Of(world, destination) ?? Of(world, source)) is not { } policy)
        {
            return null;
        }

        return settings.Rpo < policy.MinRpo ? new PolicyViolation(policy.DisplayName, PolicyRule.MinRpo)
            : SettingsCheck.InstancesOf(settings) > policy.MaxInstances ? new PolicyViolation(policy.DisplayName, PolicyRule.MaxInstances)
            : null;
    }

    // An organization that none is for has the first.
    private static ReplicationPolicy? Of(World world, ReplicationEnd end) => end.Org is null
        ? null
        : world.Cloud.Policies.FirstOrDefault(p => p.Orgs.Contains($"{end.Org}@{end.Site}"))
            ?? (world.Cloud.Policies is [var first, ..] ? first : null);

    private static int Incoming(World world, ReplicationEnd destination) =>
        world.Cloud.Replications.Count(r => r.Destination.Site == destination.Site && r.Destination.Org == destination.Org);
}
