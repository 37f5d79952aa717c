namespace VasaSim.Core.Cloud.Flow;

/// <summary>What happens to flows by itself, see <see cref="FlowAgenda"/>.</summary>
internal static class FlowEvents
{
    /// <summary>Lets an event happen; the world is at its time.</summary>
    public static void Happen(World world, FlowEvent happening) => throw new NotImplementedException();
}
