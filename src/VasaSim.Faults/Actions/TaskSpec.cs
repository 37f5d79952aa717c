namespace VasaSim.Faults.Actions;

/// <summary>What becomes of the task that a call starts.</summary>
public sealed record TaskSpec
{
    /// <summary>The percent at which it stands still.</summary>
    public int? HoldAt { get; init; }

    /// <summary>For how long, in simulated time.</summary>
    /// <value>Default: null, until a tester lets it go.</value>
    public TimeSpan? For { get; init; }

    /// <summary>What it comes to in the end.</summary>
    public TaskEnd? Then { get; init; }

    /// <summary>How many times as long it takes.</summary>
    public double? Slow { get; init; }

    /// <summary>The percent at which it ends in error.</summary>
    public int? FailAt { get; init; }

    /// <summary>That error.</summary>
    public FaultSpec? With { get; init; }

    /// <summary>Whether the service knows nothing of it any more.</summary>
    public bool? Forget { get; init; }

    /// <summary>After how many questions it ends, however long that takes.</summary>
    public int? Polls { get; init; }
}

/// <summary>What a task comes to.</summary>
public sealed record TaskEnd
{
    /// <summary>The fault.</summary>
    public FaultSpec? Fault { get; init; }

    /// <summary>As the task's error or that of its groups.</summary>
    public FaultShape? As { get; init; }
}
