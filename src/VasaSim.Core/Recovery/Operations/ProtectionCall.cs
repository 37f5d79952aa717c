namespace VasaSim.Core.Recovery.Operations;

/// <summary>A call that starts tasks.</summary>
public sealed record ProtectionCall
{
    /// <summary>What to do.</summary>
    public required ProtectionOperation Operation { get; init; }

    /// <summary>The group, or the folder or datastore of an operation on one; null for one that makes or adds.</summary>
    public string? Group { get; init; }

    /// <summary>The machine; null for what is done to the group.</summary>
    public string? Machine { get; init; }

    /// <summary>What its caller gave.</summary>
    public ProtectionCommand Command { get; init; } = new PlainProtectionCommand();

    /// <summary>Who calls.</summary>
    public required string User { get; init; }

    /// <summary>The site that it is called at.</summary>
    public required string Site { get; init; }
}
