using VasaSim.Core.Faults;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Operations;

namespace VasaSim.Core.Tests.Recovery;

public sealed class HousekeepingTests
{
    private readonly RecoveryWorld _lab = RecoveryWorld.With(ReplicationKind.Vvol);

    [Fact]
    public void A_folder_is_made_renamed_moved_and_deleted()
    {
        string outer = Make("outer");
        string inner = Make("inner", outer);
        Assert.Equal(("inner", outer, DrFolder.GroupRoot), Folder(inner));
        Run(ProtectionOperation.RenameFolder, inner, new FolderCommand("renamed"));
        Run(ProtectionOperation.MoveItem, inner, new FolderCommand(Parent: DrFolder.GroupRoot));
        Assert.Equal(("renamed", DrFolder.GroupRoot, DrFolder.GroupRoot), Folder(inner));
        Run(ProtectionOperation.DeleteFolder, inner, new PlainProtectionCommand());
        Assert.Equal(outer, Assert.Single(_lab.World.Recovery.Folders).Id);
    }

    [Fact]
    public void A_group_is_in_a_folder_which_then_cannot_go()
    {
        string folder = Make("folder");
        Run(ProtectionOperation.MoveItem, _lab.Group.Id, new FolderCommand(Parent: folder));
        Assert.Equal(folder, _lab.Group.Folder);
        Assert.Equal(new FolderNotEmpty("folder"), Call(ProtectionOperation.DeleteFolder, folder, new PlainProtectionCommand()).Fault);
    }

    [Fact]
    public void What_makes_no_sense_of_a_folder()
    {
        string outer = Make("outer");
        string inner = Make("inner", outer);
        string plans = Make("plans", DrFolder.PlanRoot);
        Assert.Equal(new NameInUse("outer"), Call(ProtectionOperation.CreateFolder, null, new FolderCommand("outer", DrFolder.GroupRoot)).Fault);
        Assert.IsType<ProtectionNotFound>(Call(ProtectionOperation.CreateFolder, null, new FolderCommand("x", "nowhere")).Fault);
        Assert.IsType<InvalidArgument>(Call(ProtectionOperation.MoveItem, outer, new FolderCommand(Parent: inner)).Fault);
        Assert.IsType<ProtectionNotFound>(Call(ProtectionOperation.MoveItem, outer, new FolderCommand(Parent: plans)).Fault);
        Assert.IsType<ProtectionNotFound>(Call(ProtectionOperation.MoveItem, "nobody", new FolderCommand(Parent: outer)).Fault);
        Assert.IsType<ProtectionNotFound>(Call(ProtectionOperation.RenameFolder, DrFolder.GroupRoot, new FolderCommand("x")).Fault);
        Assert.Equal(new FolderNotEmpty("outer"), Call(ProtectionOperation.DeleteFolder, outer, new PlainProtectionCommand()).Fault);
    }

    [Fact]
    public void What_became_impossible_meanwhile_fails_the_task()
    {
        ProtectionTask one = Assert.Single(Call(ProtectionOperation.CreateFolder, null, new FolderCommand("same", DrFolder.GroupRoot)).Value);
        ProtectionTask other = Assert.Single(Call(ProtectionOperation.CreateFolder, null, new FolderCommand("same", DrFolder.GroupRoot)).Value);
        _lab.Settle();
        Assert.Null(_lab.World.FindTask(one.Id)!.Error);
        Assert.Equal(new NameInUse("same"), _lab.World.FindTask(other.Id)!.Error);
    }

    [Fact]
    public void Placeholder_datastores_come_and_go_at_the_site_that_has_them()
    {
        DatastoresCommand add = new([RecoveryWorld.Lun, RecoveryWorld.OtherLun]);
        Run(ProtectionOperation.AddPlaceholderDatastores, null, add);
        Assert.Equal(["datastore-61", RecoveryWorld.Lun, RecoveryWorld.OtherLun], _lab.World.Recovery.PlaceholderDatastores.Select(d => d.Datastore));
        Assert.IsType<AlreadyMapped>(Call(ProtectionOperation.AddPlaceholderDatastores, null, add).Fault);
        Assert.IsType<ProtectionNotFound>(Call(ProtectionOperation.AddPlaceholderDatastores, null, new DatastoresCommand(["datastore-61"])).Fault);
        Assert.IsType<ProtectionNotFound>(Call(ProtectionOperation.RemovePlaceholderDatastore, "datastore-61", new PlainProtectionCommand()).Fault);
        Run(ProtectionOperation.RemovePlaceholderDatastore, RecoveryWorld.Lun, new PlainProtectionCommand());
        Assert.Null(_lab.World.Recovery.FindPlaceholderDatastore(RecoveryWorld.Lun));
    }

    private string Make(string name, string parent = DrFolder.GroupRoot) => Run(ProtectionOperation.CreateFolder, null, new FolderCommand(name, parent));

    private (string Name, string Parent, string Root) Folder(string id)
    {
        DrFolder folder = _lab.World.Recovery.FindFolder(id)!;
        return (folder.Name, folder.Parent, folder.Root);
    }

    private string Run(ProtectionOperation operation, string? id, ProtectionCommand command)
    {
        ProtectionTask task = Assert.Single(Call(operation, id, command).Value);
        _lab.Settle();
        Assert.Null(_lab.World.FindTask(task.Id)!.Error);
        return task.Group;
    }

    private Result<IReadOnlyList<ProtectionTask>> Call(ProtectionOperation operation, string? id, ProtectionCommand command) =>
        ProtectionTasks.Start(_lab.World, new ProtectionCall { Operation = operation, Group = id, Command = command, User = "admin", Site = "A" });
}
