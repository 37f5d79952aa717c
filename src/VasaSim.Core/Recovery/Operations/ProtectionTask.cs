using VasaSim.Core.Faults;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Core.Storage;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Recovery.Operations;

/// <summary>A task about a protection group or one of its machines.</summary>
public sealed record ProtectionTask : RecoveryTask
{
    /// <summary>What it does.</summary>
    public required ProtectionOperation Operation { get; init; }

    /// <summary>
    /// The group, or the folder or datastore of an operation on one; what is being made has its id from the call on. The
    /// site where datastores are added.
    /// </summary>
    public required string Group { get; init; }

    /// <summary>The name of that.</summary>
    public required string GroupName { get; init; }

    /// <summary>The machine that it is about; null: the whole group.</summary>
    public string? Machine { get; init; }

    /// <summary>The machines whose protection it changes.</summary>
    public IReadOnlyList<MachineAtWork> Machines { get; init; } = [];

    /// <summary>The datastores that it has found, each with whether placeholders are made on it; none but for one that looks for them.</summary>
    public IReadOnlyList<FoundDatastore> Found { get; init; } = [];

    /// <summary>What is still to be done; null once it has ended.</summary>
    public ProtectionCommand? Pending { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.ProtectionTask, Id);

    /// <summary>What its machines show while it runs.</summary>
    public ProtectionStatus? Shows => Pending is null ? null : Operation switch
    {
        ProtectionOperation.Configure => ProtectionStatus.ConfiguringProtection,
        ProtectionOperation.RestorePlaceholders => ProtectionStatus.RestoringPlaceholder,
        ProtectionOperation.RemoveProtection or ProtectionOperation.RemoveFromGroup
            or ProtectionOperation.ReconfigureGroup or ProtectionOperation.DeleteGroup => ProtectionStatus.RemovingProtection,
        _ => null,
    };

    /// <summary>The key of a machine of a group in <see cref="MembersAtWork"/>.</summary>
    internal static string KeyOf(string group, string machine) => $"{group}|{machine}";

    /// <summary>The machines that it still works on, as keys by id and by name. One that is refused already does nothing to them.</summary>
    internal IEnumerable<string> MembersAtWork() =>
        Pending is null || Refusal is not null ? [] : Machines.SelectMany(m => new[] { m.Id, m.Name }).Distinct().Select(m => KeyOf(Group, m));

    internal override ProtectionTask Failed(Fault error, DateTimeOffset now) => this with { Pending = null, Error = error, Ended = now };
}
