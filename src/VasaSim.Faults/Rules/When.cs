namespace VasaSim.Faults.Rules;

/// <summary>Which of the matching calls. What is null takes every one; all that is given must hold.</summary>
public sealed record When
{
    /// <summary>The numbers of the matching calls, from 1.</summary>
    public CallCounts? Calls { get; init; }

    /// <summary>Every nth matching call.</summary>
    public int? Every { get; init; }

    /// <summary>How likely, above 0 up to 1.</summary>
    public double? Chance { get; init; }

    /// <summary>What is counted and drawn for each value of.</summary>
    /// <value>Default: null; then chance has operation and group, and counts have one count of all calls.</value>
    public IReadOnlyList<KeyPart>? Key { get; init; }

    /// <summary>A window of simulated time.</summary>
    public TimeWindow? Window { get; init; }

    /// <summary>The parts of the key, the default filled in.</summary>
    public IReadOnlyList<KeyPart> KeyParts => Key ?? (Chance is null ? [] : [KeyPart.Operation, KeyPart.Group]);
}

/// <summary>What calls are told apart by.</summary>
public enum KeyPart
{
    /// <summary>The operation.</summary>
    Operation,

    /// <summary>Each replication group of the call for itself.</summary>
    Group,

    /// <summary>The provider.</summary>
    Provider,

    /// <summary>The site.</summary>
    Site,

    /// <summary>The user.</summary>
    User,

    /// <summary>The user agent.</summary>
    Client,

    /// <summary>The session.</summary>
    Session,

    /// <summary>The protocol.</summary>
    Protocol,
}
