namespace VasaSim.Faults.Rules;

/// <summary>The state of a link.</summary>
public sealed record LinkMatch
{
    /// <summary>The two fault domains or clouds.</summary>
    /// <value>Default: null, the link of any group of the call.</value>
    public IReadOnlyList<string>? Ends { get; init; }

    /// <summary>Whether it is up.</summary>
    public bool? Up { get; init; }
}
