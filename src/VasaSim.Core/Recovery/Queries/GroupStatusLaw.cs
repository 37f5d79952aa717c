using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Recovery.Queries;

/// <summary>
/// How it is with a group on the whole. What it names is looked at where it is replicated to: the states of the target
/// groups or replications, and the tasks that work on them. Nothing of it is kept.
/// </summary>
internal static class GroupStatusLaw
{
    /// <summary>The status of a group whose machines have the statuses given.</summary>
    public static GroupStatus Of(World world, ProtectionGroup group, IEnumerable<ProtectionStatus> machines)
    {
        if (world.Now < group.LoadedAt)
        {
            return GroupStatus.Loading;
        }

        GroupStatus[] running = [.. ProtectionTasks.WorkingOn(world, group.Id).Where(t => t.Refusal is null).Select(t => WhileRunning(t.Operation)).Distinct()];
        if (running.Length > 0)
        {
            return running.Length == 1 ? running[0] : GroupStatus.OperationsInProgress;
        }

        return RecoveryOf(world, group) switch
        {
            RecoveryStatus.TestInProgress => GroupStatus.Testing,
            RecoveryStatus.TestComplete => GroupStatus.TestComplete,
            RecoveryStatus.Cleanup => GroupStatus.CleaningUp,
            RecoveryStatus.RecoveryInProgress => GroupStatus.Recovering,
            RecoveryStatus.PartiallyRecovered => GroupStatus.PartiallyRecovered,
            RecoveryStatus.RecoveryComplete => GroupStatus.Recovered,
            RecoveryStatus.ReprotectInProgress => GroupStatus.Reprotecting,
            RecoveryStatus.PartiallyReprotected => GroupStatus.PartiallyReprotected,
            _ => machines.All(s => s == ProtectionStatus.Ok) ? GroupStatus.Ok : GroupStatus.NotConfigured,
        };
    }

    /// <summary>How far a group is with its recovery. Datastores say nothing of theirs, so they are ready.</summary>
    public static RecoveryStatus RecoveryOf(World world, ProtectionGroup group) => group.Members.Kind switch
    {
        ReplicationKind.Vvol => Of([.. group.Members.Groups.Select(world.FindGroup).OfType<ReplicationGroup>().SelectMany(g => PiecesOf(world, group, g))]),
        ReplicationKind.Hbr => Of([.. group.Members.Machines.Select(id => HbrReplication.Of(world, group, id)).OfType<Cloud.Model.VmReplication>()
            .Select(r => new Piece(r.State, Running(world.Tasks.WorkingOn(r.Id)?.Operation)))]),
        _ => RecoveryStatus.Ready,
    };

    private static RecoveryStatus Of(IReadOnlyList<Piece> pieces)
    {
        if (pieces.Count == 0)
        {
            return RecoveryStatus.Unknown;
        }

        int Count(ReplicationState state) => pieces.Count(p => p.State == state);
        return pieces.Select(p => p.Running).FirstOrDefault(r => r is not null)
            ?? (Count(ReplicationState.FailedOver) is > 0 and var over
                    ? over == pieces.Count ? RecoveryStatus.RecoveryComplete : RecoveryStatus.PartiallyRecovered
                : Count(ReplicationState.Source) > 0 ? RecoveryStatus.PartiallyReprotected
                : Count(ReplicationState.InTest) > 0 ? RecoveryStatus.TestComplete
                : RecoveryStatus.Ready);
    }

    // A group that receives is one that was reversed: what it names sends from the other site now.
    private static IEnumerable<Piece> PiecesOf(World world, ProtectionGroup group, ReplicationGroup named) =>
        (named.Source is { } reversed ? [.. new[] { world.FindGroup(reversed) }.OfType<ReplicationGroup>()] : VvolReplication.TargetsAt(world, named, group.RecoverySite))
        .Select(g => new Piece(g.State, Running(world.Tasks.WorkingOn(g.Id)?.Operation)));

    private static RecoveryStatus? Running(ReplicationOperation? operation) => operation switch
    {
        ReplicationOperation.TestStart => RecoveryStatus.TestInProgress,
        ReplicationOperation.TestStop => RecoveryStatus.Cleanup,
        ReplicationOperation.Failover or ReplicationOperation.Promote => RecoveryStatus.RecoveryInProgress,
        ReplicationOperation.Reverse => RecoveryStatus.ReprotectInProgress,
        _ => null,
    };

    private static RecoveryStatus? Running(CloudOperation? operation) => operation switch
    {
        CloudOperation.FailoverTest => RecoveryStatus.TestInProgress,
        CloudOperation.FailoverTestCleanup => RecoveryStatus.Cleanup,
        CloudOperation.Failover or CloudOperation.Migrate => RecoveryStatus.RecoveryInProgress,
        CloudOperation.Reverse => RecoveryStatus.ReprotectInProgress,
        _ => null,
    };

    private static GroupStatus WhileRunning(ProtectionOperation operation) => operation switch
    {
        ProtectionOperation.Configure => GroupStatus.ConfiguringProtection,
        ProtectionOperation.RestorePlaceholders => GroupStatus.RestoringPlaceholders,
        ProtectionOperation.ReconfigureGroup => GroupStatus.OperationsInProgress,
        _ => GroupStatus.RemovingProtection,
    };

    // One thing that is replicated, at the recovery site.
    private sealed record Piece(ReplicationState State, RecoveryStatus? Running);
}
