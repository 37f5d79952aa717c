using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Replicas;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Replication.Laws;

/// <summary>What a test and a failover share: both surface the data of a replica.</summary>
internal abstract class RecoveryLaw : TargetLaw
{
    public override bool ContactsPeer(ReplicationCommand command) => command.IsPlanned;

    public override Fault? Check(LawContext context)
    {
        if (context.Selection.Replica is { } wanted)
        {
            return ReplicaCatalog.Find(context.World, context.Group, wanted) is null
                ? new NotFound($"point-in-time replica {wanted} of {context.Group.Id}")
                : null;
        }

        return HasData(context) ? null : new NoValidReplica(null);
    }

    /// <summary>The policies of the call that cannot be set on the group's devices.</summary>
    protected static IEnumerable<Fault> PolicyProblems(LawContext context)
    {
        foreach (PolicyForDevice policy in context.Command.Policies)
        {
            if (context.Group.Members.Any(m => m.Source == policy.Source) && !CanBeSet(context, policy))
            {
                yield return new InvalidProfile();
            }
        }
    }

    /// <summary>A warning for each policy of the call that is for no device of its groups; said with the first group.</summary>
    protected static IEnumerable<Fault> StrayPolicies(LawContext context)
    {
        if (context.Command.Groups[0] != context.Selection)
        {
            yield break;
        }

        foreach (PolicyForDevice policy in context.Command.Policies)
        {
            bool known = context.Command.Groups.Any(s =>
                context.World.FindGroup(s.Group)?.Members.Any(m => m.Source == policy.Source) ?? false);
            if (!known)
            {
                yield return new NotFound($"device of policy {policy.Policy}");
            }
        }
    }

    /// <summary>The replica that the call uses: the one asked for, else the newest.</summary>
    protected static Replica? Used(LawContext context) => context.Selection.Replica is { } wanted
        ? ReplicaCatalog.Find(context.World, context.Group, wanted)
        : ReplicaCatalog.Newest(context.World, context.Group);

    /// <summary>Whether a repeated call asks for what was surfaced before.</summary>
    protected static bool AsksForTheSame(LawContext context) =>
        context.Selection.Replica is not { } wanted
        || wanted == context.Group.Recovery?.RequestedReplica
        || wanted == context.Group.Recovery?.UsedReplica;

    private static bool HasData(LawContext context) => context.Provider.SupportsReplicas
        ? ReplicaCatalog.Newest(context.World, context.Group) is not null
        : context.Group.Members.Count == 0 || context.Group.Members.Any(m => m.Copied);

    private static bool CanBeSet(LawContext context, PolicyForDevice policy) =>
        policy.Policy.Length > 0
        && !context.World.Knobs.RejectedPolicies.Contains(policy.Policy)
        && context.World.FindDatastore(policy.Datastore)?.Site == context.Provider.Site;
}
