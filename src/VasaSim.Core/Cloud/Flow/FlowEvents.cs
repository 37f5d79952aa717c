
namespace VasaSim.Core.Cloud.Flow;

/// <summary>What happens to flows by itself, see <see cref="FlowAgenda"/>.</summary>
internal static class FlowEvents
{
    /// <summary>Lets an event happen; the world is at its time.</summary>
    public static void Happen(World world, FlowEvent happening)
    {
        // What is due by now is over when the flow is told as of now, and so is the waiting when it goes on.
        if (world.Cloud.FindReplication(happening.Replication) is { } replication)
        {
            world.Put(DataFlows.Change(world, replication, r => r));
        }
    }
}
