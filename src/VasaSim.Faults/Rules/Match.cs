namespace VasaSim.Faults.Rules;

/// <summary>Which calls a rule is for. What is null matches every call; all that is given must hold.</summary>
public sealed record Match
{
    /// <summary>APIs: <c>sms</c>, <c>vim</c>, <c>vcda</c>, <c>srm</c>.</summary>
    public IReadOnlyList<string>? Face { get; init; }

    /// <summary>Wire names of operations, with <c>*</c> and <c>?</c>.</summary>
    public IReadOnlyList<Glob>? Operation { get; init; }

    /// <summary>Kinds of operations.</summary>
    public IReadOnlyList<OperationKind>? Kind { get; init; }

    /// <summary>Names of the provider's site.</summary>
    public IReadOnlyList<Glob>? Site { get; init; }

    /// <summary>Ids or names of the provider.</summary>
    public IReadOnlyList<Glob>? Provider { get; init; }

    /// <summary>The replication groups of the call.</summary>
    public GroupMatch? Groups { get; init; }

    /// <summary>Names of the session's user.</summary>
    public IReadOnlyList<Glob>? User { get; init; }

    /// <summary>User agents.</summary>
    public IReadOnlyList<Glob>? Client { get; init; }

    /// <summary>Protocols: <c>soap</c>, <c>json</c>, <c>rest</c>.</summary>
    public IReadOnlyList<string>? Protocol { get; init; }

    /// <summary>Headers of the HTTP request, by name.</summary>
    public IReadOnlyDictionary<string, Glob>? Header { get; init; }

    /// <summary>The state of a link.</summary>
    public LinkMatch? Link { get; init; }
}
