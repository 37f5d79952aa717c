namespace VasaSim.Core.Lab;

/// <summary>Choices about protection groups where the public documents are silent.</summary>
public sealed record RecoveryKnobs
{
    /// <summary>How long a group is being read after it was made, and after the world began.</summary>
    /// <value>Default: 0, it shows what is so at once.</value>
    public TimeSpan Loading { get; init; }
}
