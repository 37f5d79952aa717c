using VasaSim.Core;
using VasaSim.Core.Lab;
using VasaSim.Core.Storage;
using VasaSim.Core.Time;

namespace VasaSim.Server.Workspaces;

/// <summary>Makes worlds from labs.</summary>
internal static class NewWorld
{
    /// <summary>A new world, and what to store of it.</summary>
    public static World Make(
        LabDefinition lab, long seed, DateTimeOffset startTime, bool fixedStart, ClockState clock, bool instantTasks, long revision, out WorldChanges changes)
    {
        Entity[] entities = [.. WorldBuilder.Build(lab, seed, startTime, fixedStart), clock];
        World world = new(entities, revision, instantTasks);
        WorldBeginning.Settle(world);
        WorldChanges settled = world.TakeChanges()!;
        HashSet<EntityKey> changed = [.. settled.Changes.Select(c => c.Key)];
        changes = settled with
        {
            ReplacesAll = true,
            Changes = [.. entities.Where(e => !changed.Contains(e.Key)).Select(e => new EntityChange(e.Key, e)), .. settled.Changes],
        };
        return world;
    }

    /// <summary>The same world once more, as it was at its beginning.</summary>
    public static World Again(World world, DateTimeOffset real, out WorldChanges changes)
    {
        DateTimeOffset start = world.Info.FixedStart ? world.Info.StartTime : ClockState.WholeMilliseconds(real);
        ClockState clock = world.Clock with { Anchor = start, RealAnchor = real };
        return Make(world.Info.Lab, world.Info.Seed, start, world.Info.FixedStart, clock, world.InstantTasks, world.Revision, out changes);
    }
}
