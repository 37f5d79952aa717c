using VasaSim.Core;
using VasaSim.Core.Recovery.Model;

namespace VasaSim.Server.Faces.Srm.Translation;

/// <summary>The names and paths of folders of protection groups and of recovery plans. Used in turns on the world.</summary>
internal static class FolderTree
{
    /// <summary>The name of a folder or root.</summary>
    public static string NameOf(World world, string id) => world.Recovery.FindFolder(id)?.Name ?? (id == DrFolder.PlanRoot ? "Recovery Plans" : "Protection Groups");

    /// <summary>The path of a folder, from its root on: <c>/</c> is the root.</summary>
    public static string PathOf(World world, string id) => world.Recovery.FindFolder(id) is { } folder ? Below(PathOf(world, folder.Parent), folder.Name) : "/";

    /// <summary>The path of something in a folder.</summary>
    public static string Below(string path, string name) => $"{path.TrimEnd('/')}/{name}";

    /// <summary>The folder of a path below a root; null: there is none.</summary>
    public static string? Find(World world, string root, string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate((string?)root, (parent, name) => world.Recovery.Folders.FirstOrDefault(f => f.Parent == parent && f.Name == name)?.Id);
}
