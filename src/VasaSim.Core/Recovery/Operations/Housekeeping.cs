using VasaSim.Core.Faults;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Core.Storage;

namespace VasaSim.Core.Recovery.Operations;

/// <summary>Operations that no machine's protection depends on: folders, and on which datastores placeholders are made.</summary>
internal static class Housekeeping
{
    /// <summary>Whether an operation is one of these.</summary>
    public static bool Has(ProtectionOperation operation) => operation is ProtectionOperation.CreateFolder or ProtectionOperation.RenameFolder
        or ProtectionOperation.MoveItem or ProtectionOperation.DeleteFolder
        or ProtectionOperation.AddPlaceholderDatastores or ProtectionOperation.RemovePlaceholderDatastore or ProtectionOperation.FindPlaceholderDatastores;

    /// <summary>What a call is about: id and name.</summary>
    public static (string Id, string Name) About(World world, ProtectionCall call) => call.Operation switch
    {
        ProtectionOperation.CreateFolder => (Protecting.NextId(world, "folder").Id, ((FolderCommand)call.Command).Name!),
        ProtectionOperation.AddPlaceholderDatastores or ProtectionOperation.FindPlaceholderDatastores => (call.Site, call.Site),
        ProtectionOperation.RemovePlaceholderDatastore => (call.Group!, world.FindDatastore(call.Group!)?.Name ?? call.Group!),
        _ => (call.Group!, world.Recovery.FindFolder(call.Group!)?.Name ?? world.Recovery.FindGroup(call.Group!)?.Name ?? world.Recovery.FindPlan(call.Group!)!.Name),
    };

    /// <summary>What stands against an operation; null: nothing.</summary>
    public static Fault? Check(World world, ProtectionOperation operation, string? id, string site, ProtectionCommand command) => operation switch
    {
        ProtectionOperation.CreateFolder => Parent(world, Wanted(command)) ?? Name(world, Wanted(command).Name!, Wanted(command).Parent!, null),
        ProtectionOperation.RenameFolder => world.Recovery.FindFolder(id!) is { } folder
            ? Name(world, Wanted(command).Name!, folder.Parent, id)
            : new ProtectionNotFound(ProtectionThing.Folder, id!),
        ProtectionOperation.MoveItem => Move(world, id!, Wanted(command)),
        ProtectionOperation.DeleteFolder => world.Recovery.FindFolder(id!) is not { } folder ? new ProtectionNotFound(ProtectionThing.Folder, id!)
            : IsEmpty(world, id!) ? null
            : new FolderNotEmpty(folder.Name),
        ProtectionOperation.AddPlaceholderDatastores => ((DatastoresCommand)command).Datastores.Select(d => Datastore(world, site, d)).FirstOrDefault(f => f is not null),
        ProtectionOperation.FindPlaceholderDatastores => null,
        _ => world.Recovery.FindPlaceholderDatastore(id!)?.Site == site ? null : new ProtectionNotFound(ProtectionThing.Datastore, id!),
    };

    /// <summary>Does what a task is for; or tells what stands against it by now.</summary>
    public static Fault? Do(World world, ProtectionTask task)
    {
        if (Check(world, task.Operation, task.Group, task.Site, task.Pending!) is { } fault)
        {
            return fault;
        }

        DrFolder? folder = world.Recovery.FindFolder(task.Group);
        switch (task.Operation)
        {
            case ProtectionOperation.CreateFolder:
                world.Put(Made(world, task.Group, Wanted(task.Pending!)));
                break;
            case ProtectionOperation.RenameFolder:
                world.Put(folder! with { Name = Wanted(task.Pending!).Name! });
                break;
            case ProtectionOperation.MoveItem:
                world.Put(Moved(world, task.Group, Wanted(task.Pending!).Parent!));
                break;
            case ProtectionOperation.DeleteFolder:
                world.Remove(folder!);
                break;
            case ProtectionOperation.AddPlaceholderDatastores:
                return ((DatastoresCommand)task.Pending!).Datastores.Distinct()
                    .Select(d => InventoryMappings.AddPlaceholderDatastore(world, d)).ToArray().FirstOrDefault(f => f is not null);
            case ProtectionOperation.FindPlaceholderDatastores:
                break;
            default:
                return InventoryMappings.RemovePlaceholderDatastore(world, task.Group);
        }

        return null;
    }

    /// <summary>The datastores of a site that placeholders can be made on: those that are not replicated themselves.</summary>
    public static IReadOnlyList<FoundDatastore> Suitable(World world, string site) =>
    [
        .. world.Datastores.Where(d => d.Site == site && !AbrReplication.IsReplicated(world, d.Id))
            .Select(d => new FoundDatastore(d.Id, world.Recovery.FindPlaceholderDatastore(d.Id) is not null)),
    ];

    private static FolderCommand Wanted(ProtectionCommand command) => (FolderCommand)command;

    private static DrFolder Made(World world, string id, FolderCommand command) => new()
    {
        Id = id,
        Name = command.Name!,
        Parent = command.Parent!,
        Root = RootOf(world, command.Parent!)!,
        Ordinal = Protecting.NextNumber(world),
    };

    private static Entity Moved(World world, string id, string parent) =>
        world.Recovery.FindFolder(id) is { } folder ? folder with { Parent = parent }
        : world.Recovery.FindGroup(id) is { } group ? group with { Folder = parent }
        : world.Recovery.FindPlan(id)! with { Folder = parent };

    // Null: there is no such folder.
    private static string? RootOf(World world, string id) => DrFolder.IsRoot(id) ? id : world.Recovery.FindFolder(id)?.Root;

    private static Fault? Parent(World world, FolderCommand command) =>
        RootOf(world, command.Parent!) is null ? new ProtectionNotFound(ProtectionThing.Folder, command.Parent!) : null;

    private static Fault? Name(World world, string name, string parent, string? except) =>
        world.Recovery.Folders.Any(f => f.Parent == parent && f.Name == name && f.Id != except) ? new NameInUse(name) : null;

    private static bool IsEmpty(World world, string id) =>
        world.Recovery.Folders.All(f => f.Parent != id) && world.Recovery.Groups.All(g => g.Folder != id) && world.Recovery.Plans.All(p => p.Folder != id);

    private static Fault? Move(World world, string id, FolderCommand command)
    {
        DrFolder? folder = world.Recovery.FindFolder(id);
        string? root = folder?.Root
            ?? (world.Recovery.FindGroup(id) is not null ? DrFolder.GroupRoot : world.Recovery.FindPlan(id) is not null ? DrFolder.PlanRoot : null);
        if (root is null)
        {
            return new ProtectionNotFound(ProtectionThing.Folder, id);
        }

        if (root != RootOf(world, command.Parent!))
        {
            return new ProtectionNotFound(ProtectionThing.Folder, command.Parent!);
        }

        // Not into itself, nor into what is in it.
        for (string? at = command.Parent; at is not null; at = world.Recovery.FindFolder(at)?.Parent)
        {
            if (at == id)
            {
                return new InvalidArgument("parent");
            }
        }

        return folder is null ? null : Name(world, folder.Name, command.Parent!, id);
    }

    private static Fault? Datastore(World world, string site, string id) =>
        world.FindDatastore(id)?.Site != site ? new ProtectionNotFound(ProtectionThing.Datastore, id)
        : world.Recovery.FindPlaceholderDatastore(id) is not null ? new AlreadyMapped(id)
        : null;
}
