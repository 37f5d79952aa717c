using VasaSim.Core;
using VasaSim.Core.Lab;
using VasaSim.Core.Storage;
using VasaSim.Core.Tasks;
using VasaSim.Core.Time;

namespace VasaSim.Server.Workspaces;

/// <summary>Makes worlds from labs, and from what was kept of them.</summary>
internal static class NewWorld
{
    /// <summary>A new world, and what to store of it.</summary>
    public static World Make(
        LabDefinition lab, long seed, DateTimeOffset startTime, bool fixedStart, ClockState clock, bool instantTasks, long revision, out WorldChanges changes)
    {
        Entity[] entities = [.. WorldBuilder.Build(lab, seed, startTime, fixedStart), clock];
        World world = new(entities, revision, instantTasks);
        WorldBeginning.Settle(world);
        changes = Whole(entities, world.TakeChanges()!);
        return world;
    }

    /// <summary>The same world once more, as it was at its beginning.</summary>
    public static World Again(World world, DateTimeOffset real, out WorldChanges changes)
    {
        DateTimeOffset start = world.Info.FixedStart ? world.Info.StartTime : ClockState.WholeMilliseconds(real);
        ClockState clock = world.Clock with { Anchor = start, RealAnchor = real };
        return Make(world.Info.Lab, world.Info.Seed, start, world.Info.FixedStart, clock, world.InstantTasks, world.Revision, out changes);
    }

    /// <summary>
    /// A world as it once was, in the place of another: at its own time, which goes on from <paramref name="real"/> as it
    /// went then. How often the other was opened is kept, since the ids of sessions come from it.
    /// </summary>
    public static World Restored(World world, IReadOnlyList<Entity> entities, DateTimeOffset real, out WorldChanges changes)
    {
        World restored = new(entities, world.Revision, world.InstantTasks);
        restored.Put(restored.Clock with { RealAnchor = real });
        restored.Put(restored.Counters with { Starts = world.Counters.Starts });
        DueWork.AdvanceTo(restored, restored.Clock.At(real));
        changes = Whole(entities, restored.TakeChanges()!);
        return restored;
    }

    private static WorldChanges Whole(IReadOnlyList<Entity> entities, WorldChanges settled)
    {
        HashSet<EntityKey> changed = [.. settled.Changes.Select(c => c.Key)];
        return settled with
        {
            ReplacesAll = true,
            Changes = [.. entities.Where(e => !changed.Contains(e.Key)).Select(e => new EntityChange(e.Key, e)), .. settled.Changes],
        };
    }
}
