using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Operations;

namespace VasaSim.Core.Recovery.Queries;

/// <summary>
/// How it is with the protection of a machine, from the world alone: nothing of it is kept. Of all that is so the first
/// in the order of <see cref="ProtectionStatus"/> shows, which is our choice: what runs, then what is gone, then what is not
/// set up, then what is broken, then what is less than wanted.
/// </summary>
internal static class ProtectionStatusLaw
{
    /// <summary>The status that shows.</summary>
    public static ProtectionStatusDetails Of(World world, ProtectionGroup group, ProtectedMachine member) => All(world, group, member).First();

    /// <summary>All that is so, in order; at least one.</summary>
    public static IEnumerable<ProtectionStatusDetails> All(World world, ProtectionGroup group, ProtectedMachine member)
    {
        if (world.Now < group.LoadedAt)
        {
            yield return new(ProtectionStatus.Loading);
        }

        if (world.Tasks.WorkingOnMember(group.Id, member.Id)?.Shows is { } running)
        {
            yield return new(running);
        }

        if (member.Protection is not { } protection)
        {
            yield return member.Machine is null
                ? new(ProtectionStatus.MissingUnprotectedVm, [$"Virtual machine '{member.Name}' was not found at site '{group.ProtectedSite}'."])
                : new(ProtectionStatus.NotConfigured);
            yield break;
        }

        if (WhyInvalid(world, group, member, protection) is { } reason)
        {
            yield return new(ProtectionStatus.Invalid, [reason]);
        }

        foreach (ProtectionStatusDetails unplaced in Placing(world, group, member, protection))
        {
            yield return unplaced;
        }

        if (member.Machine is { UnreplicatedDisks.Count: > 0 } machine)
        {
            yield return new(ProtectionStatus.DeviceNotFound, machine.UnreplicatedDisks);
        }

        foreach (ProtectionStatusDetails replicated in Replicating(world, group, member))
        {
            yield return replicated;
        }

        yield return new(ProtectionStatus.Ok);
    }

    private static IEnumerable<ProtectionStatusDetails> Placing(World world, ProtectionGroup group, ProtectedMachine member, MachineProtection protection)
    {
        if (member.Machine is { } machine)
        {
            RecoveryPlace place = RecoveryPlace.Of(world, group, machine, protection.Settings);
            if (place.Missing.Count > 0)
            {
                yield return new(ProtectionStatus.MissingMapping, [.. place.Missing.Select(id => InventoryNames.Of(world, id))]);
            }

            if (place.IsConflict(world))
            {
                yield return new(ProtectionStatus.MappingConflict,
                    [$"Folder '{InventoryNames.Of(world, place.Folder!)}' and resource pool '{InventoryNames.Of(world, place.ResourcePool!)}' are in different datacenters."]);
            }
        }

        if (protection.PlaceholderError is { } error)
        {
            yield return new(ProtectionStatus.PlaceholderCreationError, [error]);
        }
        else if (protection.Placeholder is null)
        {
            yield return new(ProtectionStatus.PlaceholderVmDeleted, [$"The placeholder of '{member.Name}' was not found at site '{group.RecoverySite}'."]);
        }
    }

    private static IEnumerable<ProtectionStatusDetails> Replicating(World world, ProtectionGroup group, ProtectedMachine member)
    {
        (ProtectionStatus error, ProtectionStatus? warning) = group.Members.Kind switch
        {
            ReplicationKind.Vvol => (ProtectionStatus.VvolConfigurationError, ProtectionStatus.VvolConfigurationWarning),
            ReplicationKind.Hbr => (ProtectionStatus.ReplicationError, ProtectionStatus.ReplicationWarning),
            _ => (ProtectionStatus.AbrConfigurationError, (ProtectionStatus?)null),
        };
        string[] errors = [.. group.Members.Kind switch
        {
            ReplicationKind.Vvol => VvolReplication.Errors(world, group, member),
            ReplicationKind.Hbr => HbrReplication.Errors(world, group, member),
            _ => AbrReplication.Errors(world, group, member),
        }];
        if (errors.Length > 0)
        {
            yield return new(error, errors);
        }

        string[] warnings = [.. group.Members.Kind switch
        {
            ReplicationKind.Vvol => VvolReplication.Warnings(world, group, member),
            ReplicationKind.Hbr => HbrReplication.Warnings(world, group, member),
            _ => [],
        }];
        if (warning is { } less && warnings.Length > 0)
        {
            yield return new(less, warnings);
        }
    }

    private static string? WhyInvalid(World world, ProtectionGroup group, ProtectedMachine member, MachineProtection protection)
    {
        if (member.Machine is not { } machine)
        {
            return $"Virtual machine '{member.Name}' was not found at site '{group.ProtectedSite}'.";
        }

        bool replicated = group.Members.Kind switch
        {
            // Of a replication group that is not there nobody knows whether it would have the machine.
            ReplicationKind.Vvol => member.IsReplicated || protection.Groups.Any(id => world.FindGroup(id) is null),
            ReplicationKind.Hbr => HbrReplication.Of(world, group, member.Id) is not null,
            _ => AbrReplication.IsReplicated(world, machine.Datastore),
        };
        return replicated ? null : $"Virtual machine '{member.Name}' is not replicated any more.";
    }
}
