using VasaSim.Core;
using VasaSim.Faults.Rules;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Rest;

namespace VasaSim.Server.Faces.Vcda.Operations;

/// <summary>An operation of the API, and who answers it.</summary>
internal sealed record VcdaOperation : RestOperation
{
    /// <summary>What it does, in a sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>What the path's <c>{id}</c> is.</summary>
    public Subject Subject { get; init; }

    /// <summary>Which ends of a replication have to be reached.</summary>
    public NeededEnds Needs { get; init; }

    /// <summary>The code for what makes no sense.</summary>
    public ErrorCode BadInput { get; init; } = ErrorCode.BadRequest;

    /// <summary>The codes of its errors.</summary>
    public IReadOnlyList<ErrorCode> Errors { get; init; } = [];

    /// <summary>The codes of all its errors, that for what makes no sense among them.</summary>
    public IEnumerable<ErrorCode> AllErrors => Errors.Append(BadInput).Distinct();

    /// <summary>Answers it. Runs alone on the world, so it must not block.</summary>
    public required Func<VcdaCall, World, Outcome> Handler { get; init; }

    /// <summary>Whether it changes something.</summary>
    public bool Changes => Kind == OperationKind.Task;
}

/// <summary>What the id in a path names.</summary>
internal enum Subject
{
    /// <summary>No replication.</summary>
    None,

    /// <summary>The replication of a machine.</summary>
    VmReplication,

    /// <summary>The replication of a vApp.</summary>
    VappReplication,
}

/// <summary>Which ends of a replication an operation has to reach, and so needs a login at.</summary>
internal enum NeededEnds
{
    /// <summary>None but the site that is called.</summary>
    None,

    /// <summary>Where it goes to.</summary>
    Destination,

    /// <summary>Where it comes from and where it goes to.</summary>
    Both,
}
