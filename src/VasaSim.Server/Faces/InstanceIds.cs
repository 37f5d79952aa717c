using VasaSim.Core;

namespace VasaSim.Server.Faces;

/// <summary>Ids of the simulated services, which follow from the seed.</summary>
internal static class InstanceIds
{
    /// <summary>The instance UUID of a service.</summary>
    public static string Of(World world, string service) => Of(world.Info.Seed, service);

    /// <summary>The instance UUID of a service of the world that follows from a seed.</summary>
    public static string Of(long seed, string service) => DerivedId.Guid($"{seed}|instance|{service}").ToString();
}
