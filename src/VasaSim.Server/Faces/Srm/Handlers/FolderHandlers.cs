using VasaSim.Core;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Srm.Access;
using VasaSim.Server.Faces.Srm.Translation;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>The folders of a root.</summary>
internal sealed class FolderHandlers<TItem>(FolderRoot<TItem> root)
    where TItem : Resource
{
    /// <summary>What is in the folder of a path; in the root without one.</summary>
    public Outcome List(SrmCall call, World world)
    {
        string path = call.Query.Text("path") ?? "/";
        return FolderTree.Find(world, root.Id, path) is { } folder
            ? Listing.Answer(call, world, ItemsIn(call, world, folder), root.Json)
            : Outcome.Failed(Admission.NotFound("folder", path));
    }

    public Outcome Show(SrmCall call, World world) => With(call, world, folder => call.Entity(Folder(call, world, folder), world));

    public Outcome ListChildren(SrmCall call, World world) => With(call, world, folder => Listing.Whole(call, [.. ItemsIn(call, world, folder)]));

    public Outcome Create(SrmCall call, World world)
    {
        CreateFolderSpec spec = (CreateFolderSpec)call.Body.Value!;
        string? parent = spec.Location is null ? root.Id : Known(call, world, spec.Location);
        return string.IsNullOrEmpty(spec.Name) ? SrmCall.Wrong("'name' is missing.")
            : parent is null ? SrmCall.Wrong($"There is no folder '{spec.Location}'.")
            : Starting.One(call, world, ProtectionOperation.CreateFolder, null, command: new FolderCommand(spec.Name, parent));
    }

    public Outcome Delete(SrmCall call, World world) => With(call, world, folder => Starting.One(call, world, ProtectionOperation.DeleteFolder, folder));

    public Outcome Rename(SrmCall call, World world) => With(call, world, folder => ((RenameObjectSpec)call.Body.Value!).Name is { Length: > 0 } name
        ? Starting.One(call, world, ProtectionOperation.RenameFolder, folder, command: new FolderCommand(name))
        : SrmCall.Wrong("'name' is missing."));

    /// <summary>What is in a folder can be moved as well as the folder.</summary>
    public Outcome Move(SrmCall call, World world)
    {
        string id = call.Path["folder_id"];
        if ((Known(call, world, id) ?? root.Items(world).Select(i => i.Id).FirstOrDefault(i => i == call.Ids.Read(root.ItemType, id))) is not { } item)
        {
            return Outcome.Failed(Admission.NotFound("folder", id));
        }

        string? parent = ((MoveObjectSpec)call.Body.Value!).DestinationParent;
        return Known(call, world, parent) is { } known
            ? Starting.One(call, world, ProtectionOperation.MoveItem, item, command: new FolderCommand(Parent: known))
            : SrmCall.Wrong($"There is no folder '{parent}'.");
    }

    private IEnumerable<TItem> ItemsIn(SrmCall call, World world, string folder) =>
    [
        .. world.Recovery.Folders.Where(f => f.Parent == folder).Select(f => Folder(call, world, f.Id)),
        .. root.Items(world).Where(i => i.Folder == folder).Select(i => root.Tell(new FolderItem(
            call.Ids.Kept(root.ItemType, i.Id), i.Name, FolderTree.Below(FolderTree.PathOf(world, folder), i.Name), false, call.Ids.Folder(folder)))),
    ];

    private TItem Folder(SrmCall call, World world, string id) => root.Tell(new FolderItem(
        call.Ids.Folder(id),
        FolderTree.NameOf(world, id),
        FolderTree.PathOf(world, id),
        true,
        world.Recovery.FindFolder(id) is { } folder ? call.Ids.Folder(folder.Parent) : null));

    private Outcome With(SrmCall call, World world, Func<string, Outcome> answer) => Known(call, world, call.Path["folder_id"]) is { } folder
        ? answer(folder)
        : Outcome.Failed(Admission.NotFound("folder", call.Path["folder_id"]));

    // Those of the other root are not seen.
    private string? Known(SrmCall call, World world, string? id) => call.Ids.Read(DrIds.FolderType, id) is { } known
        && (known == root.Id || world.Recovery.FindFolder(known)?.Root == root.Id) ? known : null;
}
