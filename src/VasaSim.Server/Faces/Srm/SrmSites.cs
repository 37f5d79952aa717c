using VasaSim.Core.Model;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Faces.Srm;

/// <summary>The sites that are paired: those of a lab that has just two.</summary>
internal static class SrmSites
{
    /// <summary>Both, in the order of the lab, and the seed; null when there are fewer or more.</summary>
    public static async ValueTask<(Site First, Site Second, long Seed)?> ChooseAsync(Workspace workspace) =>
        await workspace.RunAsync(static world => (Sites: world.Sites.ToArray(), world.Info.Seed)) is ([var first, var second], var seed) ? (first, second, seed) : null;
}
