namespace VasaSim.Core.Lab;

/// <summary>Choices about protection groups and recovery plans where the public documents are silent, and settings of the product.</summary>
public sealed record RecoveryKnobs
{
    /// <summary>How long a group is being read after it was made, and after the world began.</summary>
    /// <value>Default: 0, it shows what is so at once.</value>
    public TimeSpan Loading { get; init; }

    /// <summary>The advanced setting <c>recovery.forceRecovery</c>: whether a recovery may leave the protected site alone.</summary>
    /// <value>Default: false, as in the product.</value>
    public bool ForceRecovery { get; init; }

    /// <summary>Whether plans are run by sessions that are not good for the other site, as somebody saw it, against what is published.</summary>
    /// <value>Default: false.</value>
    public bool RunWithoutRemoteSession { get; init; }
}
