using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Replicas;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Control;

/// <summary>What a tester does to a group: by the laws of replication, or to one side alone.</summary>
public static class GroupControl
{
    /// <summary>
    /// The states that a group can be brought to from the one it is in. By a law: what an operation on this group leads
    /// to, so none for a source, whose state follows from its targets. By force: all those that its side can show;
    /// one that receives from nobody can be nothing but a source.
    /// </summary>
    public static IReadOnlyList<ReplicationState> NextStates(ReplicationGroup group, bool force)
    {
        ArgumentNullException.ThrowIfNull(group);
        return force
            ? [.. Enum.GetValues<ReplicationState>().Where(s => s != group.State && CanShow(group, s))]
            : [.. StateChart.Moves.Where(s => s.From == group.State).Select(s => s.To)];
    }

    /// <summary>
    /// Changes a group. A state, and a prepare, come about as the operation that leads there brings them about, partners
    /// and all; with <paramref name="force"/> this side alone changes, and nothing is checked. A failover of a group
    /// that reverses at once ends as a source.
    /// </summary>
    /// <returns>The group after the change, which has a new id when a reverse gave it one; or why the law refuses, and
    /// then nothing was changed.</returns>
    public static Result<ReplicationGroup> Set(World world, ReplicationGroup group, GroupPatch patch, bool force = false)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(patch);
        ReplicationGroup wanted = patch.Fields(group);
        Result<ReplicationGroup> result = (patch.State, patch.Prepared) switch
        {
            ({ } state, null) when state != group.State => force ? Force(world, wanted, state) : Step(world, wanted, state),
            (null, { } prepared) when prepared != group.Prepared => Prepare(world, wanted, prepared, force),
            ({ }, { }) => throw new ArgumentException("State and prepared are changed one after the other.", nameof(patch)),
            _ => wanted,
        };
        if (!result.TryGet(out ReplicationGroup? changed, out Fault? fault))
        {
            return fault;
        }

        // Once more: a reverse makes the group from both sides, and this is what was asked for.
        changed = patch.Fields(changed);
        world.Put(changed);
        return changed;
    }

    private static Result<ReplicationGroup> Step(World world, ReplicationGroup group, ReplicationState state)
    {
        if (StateChart.Moves.FirstOrDefault(s => s.From == group.State && s.To == state) is not { } step)
        {
            // Of a side that no operation begins at, it is of no use to know where one would have to begin.
            bool isEnd = NextStates(group, force: false).Count == 0;
            return new InvalidReplicationState(isEnd ? [] : [.. StateChart.Moves.Where(s => s.To == state).Select(s => s.From)], group.State);
        }

        return Run(world, group, step.By);
    }

    private static Result<ReplicationGroup> Run(World world, ReplicationGroup group, ReplicationOperation operation)
    {
        if (!ReplicationAtOnce.Run(world, group, operation).TryGet(out GroupOutcome? outcome, out Fault? fault))
        {
            return fault;
        }

        string id = outcome is GroupReversed reversed ? reversed.NewDeviceGroup : group.Id.DeviceGroup;
        return world.FindGroup(group.Id with { DeviceGroup = id })!;
    }

    private static Result<ReplicationGroup> Prepare(World world, ReplicationGroup group, bool prepared, bool force)
    {
        if (group.State != ReplicationState.Source)
        {
            return new InvalidReplicationState([ReplicationState.Source], group.State);
        }

        if (!force && prepared)
        {
            return Run(world, group, ReplicationOperation.PrepareFailover);
        }

        // The source writes again, so what its targets' arrays make by themselves goes on.
        foreach (ReplicationGroup target in force ? [] : group.Targets.Select(world.FindGroup).OfType<ReplicationGroup>().Where(Receives).ToArray())
        {
            world.Put(target with { Schedule = target.Schedule?.ResumeAt(world.Now) });
        }

        return group with { Prepared = prepared };
    }

    private static Result<ReplicationGroup> Force(World world, ReplicationGroup group, ReplicationState state)
    {
        if (!CanShow(group, state))
        {
            return new NoReplicationTarget();
        }

        ReplicationGroup forced = group with
        {
            State = state,
            Prepared = group.Prepared && state == ReplicationState.Source,
            Reversed = false,
            Tests = state == ReplicationState.InTest ? group.Tests + 1 : group.Tests,
            Members = group.Source is null ? group.Members : Surfaced(world, group, state),
            Recovery = state is ReplicationState.InTest or ReplicationState.FailedOver
                ? new GroupRecovery(world.Now, null, ReplicaCatalog.Newest(world, group)?.Id, null)
                : null,
        };
        return (Receives(group), Receives(forced)) switch
        {
            (true, false) => forced with { Schedule = group.Schedule?.StopAt(world.Now) },
            (false, true) => forced with { Schedule = group.Schedule?.ResumeAt(world.Now) },
            _ => forced,
        };
    }

    // What was surfaced for a test stays what it is when it becomes a failover, as with a promote.
    private static IReadOnlyList<GroupMember> Surfaced(World world, ReplicationGroup group, ReplicationState state) => (group.State, state) switch
    {
        (ReplicationState.InTest, ReplicationState.FailedOver) => group.Members,
        (_, ReplicationState.InTest) => RecoveredDevices.ForTest(world, group, group.Tests + 1),
        (_, ReplicationState.FailedOver) => RecoveredDevices.ForFailover(world, group),
        _ => RecoveredDevices.None(group),
    };

    private static bool CanShow(ReplicationGroup group, ReplicationState state) =>
        group.Source is not null || state is ReplicationState.Source or ReplicationState.RemoteFailedOver;

    private static bool Receives(ReplicationGroup group) => group.State is ReplicationState.Target or ReplicationState.InTest;
}

/// <summary>What to change of a group.</summary>
/// <param name="State">The state to bring it to; null leaves it.</param>
/// <param name="Prepared">Whether a failover is prepared; null leaves it. Not together with a state.</param>
/// <param name="Fields">Gives a group what else is to be changed of it, and leaves state, partners and devices alone.</param>
public sealed record GroupPatch(ReplicationState? State, bool? Prepared, Func<ReplicationGroup, ReplicationGroup> Fields);
