using VasaSim.Core.Faults;
using VasaSim.Core.Recovery.Model;

namespace VasaSim.Core.Recovery.Operations;

/// <summary>Makes groups. There is none yet, so this is no <see cref="ProtectionLaw"/>.</summary>
internal static class GroupCreation
{
    /// <summary>What stands against a group; null: nothing.</summary>
    public static Fault? Check(World world, CreateGroupCommand command)
    {
        if (new[] { command.ProtectedSite, command.RecoverySite }.FirstOrDefault(id => world.Sites.All(s => s.Id != id)) is { } stranger)
        {
            return new ProtectionNotFound(ProtectionThing.Site, stranger);
        }

        if (command.ProtectedSite == command.RecoverySite)
        {
            return new InvalidArgument("protectedSite");
        }

        return command.Folder != DrFolder.GroupRoot && world.Recovery.FindFolder(command.Folder)?.Root != DrFolder.GroupRoot
            ? new ProtectionNotFound(ProtectionThing.Folder, command.Folder)
            : GroupCheck.Name(world, command.Name, null) ?? GroupCheck.Members(world, Of(world, command, "", 0));
    }

    /// <summary>The group, not put in place.</summary>
    public static ProtectionGroup Of(World world, CreateGroupCommand command, string id, long ordinal) => new()
    {
        Id = id,
        Ordinal = ordinal,
        Name = command.Name,
        Description = command.Description,
        Folder = command.Folder,
        ProtectedSite = command.ProtectedSite,
        RecoverySite = command.RecoverySite,
        Members = command.Members,
        LoadedAt = world.Now + world.Knobs.Recovery.Loading,
    };
}
