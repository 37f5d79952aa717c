using VasaSim.Core;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Srm.Access;
using VasaSim.Server.Faces.Srm.Translation;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>The folders of protection groups.</summary>
internal static class FolderHandlers
{
    /// <summary>What is in the folder of a path; in the root without one.</summary>
    public static Outcome List(SrmCall call, World world)
    {
        string path = call.Query.Text("path") ?? "/";
        return FolderTree.Find(world, DrFolder.GroupRoot, path) is { } folder
            ? Listing.Answer(call, world, ItemsIn(call, world, folder), SrmJson.Newest.ProtectionInventoryItem)
            : Outcome.Failed(Admission.NotFound("folder", path));
    }

    public static Outcome Show(SrmCall call, World world) => With(call, world, folder => call.Entity(Folder(call, world, folder), world));

    public static Outcome ListChildren(SrmCall call, World world) => With(call, world, folder => Listing.Whole(call, [.. ItemsIn(call, world, folder)]));

    public static Outcome Create(SrmCall call, World world)
    {
        CreateFolderSpec spec = (CreateFolderSpec)call.Body.Value!;
        string? parent = spec.Location is null ? DrFolder.GroupRoot : Known(call, world, spec.Location);
        return string.IsNullOrEmpty(spec.Name) ? Wrong("'name' is missing.")
            : parent is null ? Wrong($"There is no folder '{spec.Location}'.")
            : Starting.One(call, world, ProtectionOperation.CreateFolder, null, command: new FolderCommand(spec.Name, parent));
    }

    public static Outcome Delete(SrmCall call, World world) => With(call, world, folder => Starting.One(call, world, ProtectionOperation.DeleteFolder, folder));

    public static Outcome Rename(SrmCall call, World world) => With(call, world, folder => ((RenameObjectSpec)call.Body.Value!).Name is { Length: > 0 } name
        ? Starting.One(call, world, ProtectionOperation.RenameFolder, folder, command: new FolderCommand(name))
        : Wrong("'name' is missing."));

    /// <summary>A group can be moved as well as a folder.</summary>
    public static Outcome Move(SrmCall call, World world)
    {
        string id = call.Path["folder_id"];
        if ((Known(call, world, id) ?? (call.Ids.Read(DrIds.GroupType, id) is { } group ? world.Recovery.FindGroup(group)?.Id : null)) is not { } item)
        {
            return Outcome.Failed(Admission.NotFound("folder", id));
        }

        string? parent = ((MoveObjectSpec)call.Body.Value!).DestinationParent;
        return Known(call, world, parent) is { } known
            ? Starting.One(call, world, ProtectionOperation.MoveItem, item, command: new FolderCommand(Parent: known))
            : Wrong($"There is no folder '{parent}'.");
    }

    private static IEnumerable<ProtectionInventoryItem> ItemsIn(SrmCall call, World world, string folder) =>
    [
        .. world.Recovery.Folders.Where(f => f.Parent == folder).Select(f => Folder(call, world, f.Id)),
        .. world.Recovery.Groups.Where(g => g.Folder == folder).Select(g => new ProtectionInventoryItem
        {
            Id = call.Ids.Group(g.Id),
            Name = g.Name,
            Path = FolderTree.Below(FolderTree.PathOf(world, folder), g.Name),
            Type = ProtectionItemType.ProtectionGroup,
            Parent = call.Ids.Folder(folder),
        }),
    ];

    private static ProtectionInventoryItem Folder(SrmCall call, World world, string id) => new()
    {
        Id = call.Ids.Folder(id),
        Name = FolderTree.NameOf(world, id),
        Path = FolderTree.PathOf(world, id),
        Type = ProtectionItemType.Folder,
        Parent = world.Recovery.FindFolder(id) is { } folder ? call.Ids.Folder(folder.Parent) : null,
    };

    private static Outcome With(SrmCall call, World world, Func<string, Outcome> answer) => Known(call, world, call.Path["folder_id"]) is { } folder
        ? answer(folder)
        : Outcome.Failed(Admission.NotFound("folder", call.Path["folder_id"]));

    // Those of recovery plans are others.
    private static string? Known(SrmCall call, World world, string? id) => call.Ids.Read(DrIds.FolderType, id) is { } known
        && (known == DrFolder.GroupRoot || world.Recovery.FindFolder(known)?.Root == DrFolder.GroupRoot) ? known : null;

    private static Outcome Wrong(string problem) => SrmCall.Failed(SrmFault.InvalidArgument, problem);
}
