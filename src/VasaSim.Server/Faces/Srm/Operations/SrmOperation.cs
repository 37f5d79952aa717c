using VasaSim.Core;
using VasaSim.Faults.Rules;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Rest;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Operations;

/// <summary>An operation of the API, and who answers it.</summary>
internal sealed record SrmOperation : RestOperation
{
    /// <summary>What it does without the paired site.</summary>
    public required Contract Contract { get; init; }

    /// <summary>The version that brought it.</summary>
    public SrmVersion Since { get; init; } = SrmVersion.V1;

    /// <summary>Answers it. Runs alone on the world, so it must not block. Null: the operation is not simulated.</summary>
    public Func<SrmCall, World, Outcome>? Handler { get; init; }

    /// <summary>Whether it changes something, and so needs more than the right to look.</summary>
    public bool Changes => Kind == OperationKind.Task && Method != "GET";

    /// <summary>Whether its path names something that there may not be.</summary>
    public bool NamesSomething => Path.Contains('{', StringComparison.Ordinal);

    /// <summary>Whether it is about replication groups that its path or body names, or protection groups or plans over such.</summary>
    public bool NamesGroups => Body?.Type == typeof(ProtectionGroupCreateSpec) || Body?.Type == typeof(RecoveryPlanCreateSpec)
        || Path.Split('/').Any(p => p is "{replication_group_id}" or "{group_id}" or "{plan_id}");

    /// <summary>Whether it tells how it is with the protection of machines.</summary>
    public bool TellsStatuses => Answer?.Type == typeof(ProtectionGroupVmInfo) || Answer?.Type == typeof(DrList<ProtectionGroupVmInfo>);
}
