using VasaSim.Core.Cloud.Model;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Faces.Vcda;

/// <summary>The cloud site that the API for cloud replications speaks for.</summary>
internal static class VcdaSite
{
    /// <summary>Chooses it.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="wanted">The site that is wanted; null: the first.</param>
    /// <returns>The name of the site; null when the world has no clouds.</returns>
    /// <exception cref="WorkspaceException">The site that is wanted is none.</exception>
    public static async ValueTask<string?> ChooseAsync(Workspace workspace, string? wanted)
    {
        string[] clouds = await workspace.RunAsync(static world => world.Cloud.Sites.Where(s => s.Kind == CloudSiteKind.Vcloud).Select(s => s.Id).ToArray());
        return wanted is null || clouds.Contains(wanted)
            ? wanted ?? clouds.FirstOrDefault()
            : throw new WorkspaceException($"The world has no cloud '{wanted}'; it has {(clouds.Length == 0 ? "none" : string.Join(", ", clouds))}.");
    }
}
