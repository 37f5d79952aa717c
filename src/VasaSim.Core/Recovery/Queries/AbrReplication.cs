using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Recovery.Model;

namespace VasaSim.Core.Recovery.Queries;

/// <summary>
/// What protection asks of datastores that arrays replicate: all LUNs of such a datastore have a peer on another array.
/// </summary>
internal static class AbrReplication
{
    /// <summary>Whether a datastore is replicated.</summary>
    public static bool IsReplicated(World world, string datastore) => PairsOf(world, datastore) is { Count: > 0 };

    /// <summary>The arrays that replicate a datastore, from and to, without repetition; none when one LUN is not replicated.</summary>
    public static IReadOnlyList<(string From, string To)> PairsOf(World world, string datastore)
    {
        StorageLun[] luns = [.. world.Luns.Where(l => l.Datastore == datastore)];
        StorageLun?[] peers = [.. luns.Select(l => l.Peer is { } peer ? world.FindLun(peer) : null)];
        return peers.Any(p => p is null) ? [] : [.. luns.Zip(peers, (lun, peer) => (lun.Array, peer!.Array)).Distinct()];
    }

    /// <summary>What is wrong with a member's datastore, in words.</summary>
    public static IEnumerable<string> Errors(World world, ProtectionGroup group, ProtectedMachine member)
    {
        if (member.Machine is not { } machine)
        {
            yield break;
        }

        string name = world.FindDatastore(machine.Datastore)?.Name ?? machine.Datastore;
        if (!group.Members.Datastores.Contains(machine.Datastore))
        {
            ProtectionGroup? other = world.Recovery.Groups.FirstOrDefault(g => g.Members.Datastores.Contains(machine.Datastore));
            yield return other is null
                ? $"Datastore '{name}' is missing from the group."
                : $"Datastore '{name}' is protected in group '{other.Name}'.";
        }

        foreach (string array in PairsOf(world, machine.Datastore).SelectMany(p => new[] { p.From, p.To }).Distinct())
        {
            if (ProviderDirectory.ActiveForArray(world, array) is not { } provider || !ProviderDirectory.Answers(world, provider))
            {
                yield return $"Array '{world.FindArray(array)?.Name ?? array}' cannot be reached.";
            }
        }
    }
}
