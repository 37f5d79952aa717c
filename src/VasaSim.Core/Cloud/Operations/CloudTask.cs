using VasaSim.Core.Cloud.Queries;
using VasaSim.Core.Faults;
using VasaSim.Core.Storage;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Cloud.Operations;

/// <summary>A task of the replication service of clouds: what a call does to one replication, of a machine or of a vApp.</summary>
public sealed record CloudTask : ServiceTask
{
    /// <summary>What it does.</summary>
    public required CloudOperation Operation { get; init; }

    /// <summary>Whether it is about the replication of a vApp.</summary>
    public required bool OfVapp { get; init; }

    /// <summary>The id of the replication.</summary>
    public required string Replication { get; init; }

    /// <summary>The name of the machine or vApp.</summary>
    public required string ResourceName { get; init; }

    /// <summary>Who called, such as <c>admin@orgA</c>.</summary>
    public required string User { get; init; }

    /// <summary>The organization of the source; null on-premises.</summary>
    public string? SourceOrg { get; init; }

    /// <summary>The organization of the destination; null on-premises.</summary>
    public string? DestinationOrg { get; init; }

    /// <summary>The cloud site it runs on.</summary>
    public required string Site { get; init; }

    /// <summary>What the caller knows the call by.</summary>
    public string? OperationId { get; init; }

    /// <summary>What is still to be done; null once it has ended.</summary>
    public CloudCommand? Pending { get; init; }

    /// <summary>The replications of machines that it works on: one, or those of the vApp in their order.</summary>
    public required IReadOnlyList<CloudWork> Work { get; init; }

    /// <summary>The replications as they were at the end, children of a vApp's in their order; empty when it failed or stopped them.</summary>
    public IReadOnlyList<DescribedReplication> Result { get; init; } = [];

    /// <summary>What went wrong without ending it.</summary>
    public IReadOnlyList<Fault> Warnings { get; init; } = [];

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.CloudTask, Id);

    /// <summary>Whether it transfers data; only while it runs.</summary>
    public bool Syncs => Pending is { } command && Operation != CloudOperation.Start && CloudLawBook.Of(Operation).Syncs(command);

    /// <summary>The ids of the replications that it still works on, that of a vApp among them.</summary>
    public IEnumerable<string> ReplicationsAtWork()
    {
        string[] machines = Pending is null ? [] : [.. Work.Where(w => w.Refusal is null).Select(w => w.Replication)];
        return OfVapp && machines.Length > 0 ? machines.Append(Replication) : machines;
    }

    internal override CloudTask Failed(Fault error, DateTimeOffset now) =>
        this with { Pending = null, Result = [], Error = error, Ended = now };
}
