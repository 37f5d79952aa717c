using System.Globalization;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Queries;

namespace VasaSim.Core.Recovery.Operations;

/// <summary>Makes protections with their placeholders.</summary>
internal static class Protecting
{
    // Far from the ids that labs use; a number that is in use is passed over.
    private const int FirstMoref = 2000;

    /// <summary>Protects every member of every group that the mappings say where it goes.</summary>
    public static void ProtectAll(World world)
    {
        GroupRoster roster = new(world);
        foreach (ProtectionGroup group in world.Recovery.Groups)
        {
            foreach (ProtectedMachine member in roster.Of(group))
            {
                if (member is { Machine: { } machine, Protection: null } && RecoveryPlace.Of(world, group, machine, new()).Missing.Count == 0)
                {
                    Protect(world, group, member, new());
                }
            }
        }
    }

    /// <summary>Protects a member, or changes where it goes.</summary>
    public static void Protect(World world, ProtectionGroup group, ProtectedMachine member, ProtectionSettings settings) =>
        world.Put(Placed(world, group, member.Machine!, new MachineProtection
        {
            Group = group.Id,
            Machine = member.Id,
            MachineName = member.Name,
            Groups = [.. group.Members.Groups.Where(member.Groups.Contains)],
            Settings = settings,
            Placeholder = member.Protection?.Placeholder,
            Version = (member.Protection?.Version ?? 0) + 1,
        }));

    /// <summary>The protection with a placeholder where the machine goes, or with what stands against one.</summary>
    public static MachineProtection Placed(World world, ProtectionGroup group, VirtualMachine machine, MachineProtection protection)
    {
        RecoveryPlace place = RecoveryPlace.Of(world, group, machine, protection.Settings);
        if (protection.Placeholder is { } there)
        {
            return protection with { Placeholder = there with { Folder = place.Folder, ResourcePool = place.ResourcePool } };
        }

        PlaceholderDatastore? datastore = world.Recovery.PlaceholderDatastores
            .FirstOrDefault(d => d.Site == group.RecoverySite && world.FindDatastore(d.Datastore) is not null);
        string? error = datastore is null
            ? $"No placeholder datastore was found at site '{group.RecoverySite}'."
            : world.VirtualMachines.Any(m => m.Site == group.RecoverySite && m.Name == machine.Name && m.Folder == place.Folder)
                ? $"There is a virtual machine '{machine.Name}' already in its folder at site '{group.RecoverySite}'."
            : null;
        return error is null
            ? protection with
            {
                Placeholder = new Placeholder(NextMoref(world), datastore!.Datastore, place.Folder, place.ResourcePool),
                PlaceholderError = null,
            }
            : protection with { PlaceholderError = error };
    }

    /// <summary>The next number to derive an id from.</summary>
    public static long NextNumber(World world)
    {
        Counters counters = world.Counters with { Recovery = world.Counters.Recovery + 1 };
        world.Put(counters);
        return counters.Recovery;
    }

    /// <summary>A new id, of a number of its own.</summary>
    public static (string Id, long Number) NextId(World world, string kind)
    {
        long number = NextNumber(world);
        return (DerivedId.Guid(string.Create(CultureInfo.InvariantCulture, $"{world.Info.Seed}|recovery|{kind}|{number}")).ToString(), number);
    }

    private static string NextMoref(World world)
    {
        string id;
        do
        {
            id = string.Create(CultureInfo.InvariantCulture, $"vm-{FirstMoref + NextNumber(world)}");
        }
        while (world.FindVirtualMachine(id) is not null);
        return id;
    }
}
