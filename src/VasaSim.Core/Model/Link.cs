using VasaSim.Core.Storage;

namespace VasaSim.Core.Model;

/// <summary>The replication link between two fault domains or two clouds, the same in both directions.</summary>
public sealed record Link : Entity
{
    /// <summary>The end whose id sorts first.</summary>
    public required string A { get; init; }

    /// <summary>The end whose id sorts second.</summary>
    public required string B { get; init; }

    /// <summary>Whether data and control messages pass.</summary>
    public bool Up { get; init; } = true;

    /// <summary>How far the target is behind the source.</summary>
    /// <value>Default: zero.</value>
    public TimeSpan Lag { get; init; }

    /// <summary>Bytes per second.</summary>
    /// <value>Default: null, no limit.</value>
    public long? Bandwidth { get; init; }

    /// <summary>When the link was down, oldest first; the last one is open while it is down.</summary>
    public IReadOnlyList<Interval> Outages { get; init; } = [];

    /// <inheritdoc/>
    public override EntityKey Key => KeyOf(A, B);

    /// <summary>The key of the link between two ends, in either order.</summary>
    public static EntityKey KeyOf(string one, string other)
    {
        (string a, string b) = Order(one, other);
        return new(EntityKind.Link, $"{a}|{b}");
    }

    /// <summary>The two ends in the order a link names them.</summary>
    public static (string A, string B) Order(string one, string other) =>
        string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);
}
