using VasaSim.Core;

namespace VasaSim.Server.Faces;

/// <summary>Ids of the simulated services, which follow from the seed.</summary>
internal static class InstanceIds
{
    /// <summary>The instance UUID of a service.</summary>
    public static string Of(World world, string service) => DerivedId.Guid($"{world.Info.Seed}|instance|{service}").ToString();
}
