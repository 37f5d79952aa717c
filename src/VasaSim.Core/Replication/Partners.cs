using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Plans.Runs;
using VasaSim.Core.Replicas;

namespace VasaSim.Core.Replication;

/// <summary>What a change at one side means for the other side and for the source's other targets.</summary>
internal static class Partners
{
    /// <summary>
    /// After a target was failed over: its source learns of it over the link and is neither source nor target any
    /// more, so its other targets get nothing new. While the link is down, nothing happens; see <see cref="Reconcile"/>.
    /// </summary>
    public static void TellSource(World world, ReplicationGroup target)
    {
        if (target.Source is not { } sourceId
            || world.FindLink(sourceId.FaultDomain, target.Id.FaultDomain) is { Up: false }
            || world.FindGroup(sourceId) is not { State: ReplicationState.Source } source)
        {
            return;
        }

        world.Put(source with { State = ReplicationState.RemoteFailedOver, Prepared = false, Reversed = false, Recovery = null });
        foreach (ReplicationGroup other in OtherTargets(world, source, target.Id))
        {
            world.Put(other with { Schedule = other.Schedule?.StopAt(world.Now) });
        }
    }

    /// <summary>After a link came up: sources learn of the failovers they missed.</summary>
    public static void Reconcile(World world, string one, string other)
    {
        foreach ((string here, string there) in new[] { (one, other), (other, one) })
        {
            foreach (ReplicationGroup target in world.GroupsIn(here)
                .Where(g => g.State == ReplicationState.FailedOver && g.Source?.FaultDomain == there).ToArray())
            {
                TellSource(world, target);
            }
        }
    }

    /// <summary>
    /// Swaps the roles of a failed-over group and its source. Of several targets that were failed over, the first to
    /// be reversed wins: the others are overwritten from it and are targets again.
    /// </summary>
    /// <returns>The new source.</returns>
    public static ReplicationGroup Swap(World world, ReplicationGroup recovered, ReverseIds ids)
    {
        ReplicationGroup old = world.FindGroup(recovered.Source!.Value)!;
        ReplicationGroup[] others = [.. OtherTargets(world, old, recovered.Id)];
        ReplicaMaker.DeleteAll(world, recovered.Id);
        (ReplicationGroup source, ReplicationGroup target) = NewPair(world, recovered, old, ids, [.. others.Select(o => o.Id)]);
        if (ids == ReverseIds.New)
        {
            world.Remove(recovered);
            world.Remove(old);
            RoleSwap.Renamed(world, old.Id, target.Id);
        }

        world.Put(source);
        world.Put(target);
        foreach (ReplicationGroup other in others)
        {
            world.Put(Repointed(world, other, recovered, source.Id));
        }

        return source;
    }

    private static (ReplicationGroup Source, ReplicationGroup Target) NewPair(
        World world, ReplicationGroup recovered, ReplicationGroup old, ReverseIds ids, IReadOnlyList<GroupId> others)
    {
        GroupId sourceId = recovered.Id;
        GroupId targetId = old.Id;
        (long sourceOrdinal, long targetOrdinal) = (recovered.Ordinal, old.Ordinal);
        if (ids == ReverseIds.New)
        {
            sourceId = Free(world, recovered.Id.FaultDomain, $"r-{old.Id.DeviceGroup}");
            targetId = Free(world, old.Id.FaultDomain, $"{old.Id.DeviceGroup}-r");
            Counters counters = world.Counters with { Groups = world.Counters.Groups + 2 };
            world.Put(counters);
            (sourceOrdinal, targetOrdinal) = (counters.Groups - 1, counters.Groups);
        }

        ReplicationGroup source = new()
        {
            Id = sourceId,
            Ordinal = sourceOrdinal,
            Name = ids == ReverseIds.New ? sourceId.DeviceGroup : recovered.Name,
            Description = old.Description,
            Labels = recovered.Labels,
            State = ReplicationState.Source,
            Targets = [targetId, .. others],
            Agreement = recovered.Agreement,
            Members = [.. recovered.Members.Where(m => m.Recovered is not null).Select(AsSource)],
            PromoteCapable = recovered.PromoteCapable,
            AutoReverse = recovered.AutoReverse,
            ChangeRate = old.ChangeRate,
            Tests = recovered.Tests,
            Reversed = true,
        };
        ReplicationGroup target = new()
        {
            Id = targetId,
            Ordinal = targetOrdinal,
            Name = ids == ReverseIds.New ? targetId.DeviceGroup : old.Name,
            Labels = old.Labels,
            State = ReplicationState.Target,
            Source = sourceId,
            Agreement = recovered.Agreement,
            Members = [.. recovered.Members.Where(m => m.Recovered is not null).Select(m => AsTarget(m, old))],
            PromoteCapable = recovered.PromoteCapable,
            AutoReverse = recovered.AutoReverse,
            Schedule = recovered.Schedule?.BeginAt(world.Now),
            Tests = old.Tests,
        };
        return (source, target);
    }

    private static GroupId Free(World world, string domain, string name)
    {
        GroupId id = new(domain, name);
        return world.FindGroup(id) is null ? id : Free(world, domain, $"{name}-{world.Counters.Groups}");
    }

    private static GroupMember AsSource(GroupMember member) => member with
    {
        Source = member.Recovered!,
        Replica = null,
        Recovered = null,
        Bound = false,
    };

    // What was the device at the old source is now the place its replica is written to.
    private static GroupMember AsTarget(GroupMember member, ReplicationGroup old) => member with
    {
        Source = member.Recovered!,
        Replica = member.Source is VVolId former ? former.Id : $"replica-of-{member.Replica}",
        Datastore = old.Members.FirstOrDefault(m => m.Source == member.Source)?.Datastore ?? member.Datastore,
        Recovered = null,
        Bound = false,
    };

    private static ReplicationGroup Repointed(World world, ReplicationGroup other, ReplicationGroup recovered, GroupId source)
    {
        Link? former = world.FindLink(recovered.Source!.Value.FaultDomain, other.Id.FaultDomain);
        bool overwritten = other.State == ReplicationState.FailedOver;
        return other with
        {
            Source = source,
            State = overwritten ? ReplicationState.Target : other.State,
            Recovery = overwritten ? null : other.Recovery,
            Schedule = other.Schedule?.ResumeAt(world.Now).RelinkAt(world.Now, former),
            Members = [.. other.Members.Select(m => m with
            {
                Source = recovered.Members.FirstOrDefault(r => r.Source == m.Source)?.Recovered ?? m.Source,
                Recovered = overwritten ? null : m.Recovered,
                Bound = !overwritten && m.Bound,
            })],
        };
    }

    private static IEnumerable<ReplicationGroup> OtherTargets(World world, ReplicationGroup source, GroupId except) =>
        source.Targets.Where(t => t != except).Select(world.FindGroup).OfType<ReplicationGroup>().ToArray();
}
