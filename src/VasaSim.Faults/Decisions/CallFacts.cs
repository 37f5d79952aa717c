using VasaSim.Faults.Rules;

namespace VasaSim.Faults.Decisions;

/// <summary>What rules may ask about a call. What costs something to find out is found out when it is asked.</summary>
public abstract class CallFacts
{
    /// <summary>The API, such as <c>sms</c>.</summary>
    public abstract string Face { get; }

    /// <summary>The protocol, such as <c>soap</c>.</summary>
    public abstract string Protocol { get; }

    /// <summary>The wire name of the operation.</summary>
    public abstract string Operation { get; }

    /// <summary>The kind of the operation.</summary>
    public abstract OperationKind Kind { get; }

    /// <summary>The site of the provider.</summary>
    public abstract string? Site { get; }

    /// <summary>The id of the provider.</summary>
    public abstract string? Provider { get; }

    /// <summary>The name of the provider.</summary>
    public abstract string? ProviderName { get; }

    /// <summary>The name of the session's user.</summary>
    public abstract string? User { get; }

    /// <summary>The user agent.</summary>
    public abstract string? Client { get; }

    /// <summary>The public key of the session.</summary>
    public abstract string? Session { get; }

    /// <summary>The replication groups of the call, in its order.</summary>
    public abstract IReadOnlyList<GroupFacts> Groups { get; }

    /// <summary>A header of the HTTP request.</summary>
    public abstract string? Header(string name);

    /// <summary>Whether the link between two fault domains or clouds is up; null when there is none.</summary>
    public abstract bool? IsLinkUp(string one, string other);
}
