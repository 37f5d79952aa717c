namespace VasaSim.Server.Faces.Srm.Operations;

/// <summary>
/// What an operation does without the paired site, as the published description states it for each
/// (<c>x-dr-remote-site-connectivity-contract</c>).
/// </summary>
/// <param name="NotAuthenticated">While the session is not good for the paired site.</param>
/// <param name="ServerDown">While the paired site does not answer.</param>
internal readonly record struct Contract(Reach NotAuthenticated, Reach ServerDown)
{
    /// <summary>Nothing is stated, and the paired site is not needed.</summary>
    public static Contract NotStated { get; }

    /// <summary>All data is told.</summary>
    public static Contract Full { get; } = new(Reach.FullData, Reach.FullData);

    /// <summary>What only the paired site knows is left out.</summary>
    public static Contract Partial { get; } = new(Reach.PartialData, Reach.PartialData);

    /// <summary>It fails.</summary>
    public static Contract Error { get; } = new(Reach.Error, Reach.Error);

    /// <summary>It fails for what is at the paired site.</summary>
    public static Contract Addressed { get; } = new(Reach.DependsOnProvidedParams, Reach.DependsOnProvidedParams);

    /// <summary>It works.</summary>
    public static Contract Works { get; } = new(Reach.Ok, Reach.Ok);

    /// <summary>It works without a login, and fails when the paired site is down.</summary>
    public static Contract WorksUnlessDown { get; } = new(Reach.Ok, Reach.Error);

    /// <summary>It works without a login, and fails for what is at a paired site that is down.</summary>
    public static Contract WorksUnlessAddressed { get; } = new(Reach.Ok, Reach.DependsOnProvidedParams);

    /// <summary>It fails without a login for what is at the paired site, and always when that is down.</summary>
    public static Contract AddressedUnlessDown { get; } = new(Reach.DependsOnProvidedParams, Reach.Error);

    /// <summary>It fails without a login, and for what is at a paired site that is down.</summary>
    public static Contract ErrorOrAddressed { get; } = new(Reach.Error, Reach.DependsOnProvidedParams);

    /// <summary>What is so in a state of the connection.</summary>
    public Reach In(PeerState state) => state switch
    {
        PeerState.Down => ServerDown,
        PeerState.NotAuthenticated => NotAuthenticated,
        _ => Reach.FullData,
    };
}

/// <summary>What an operation does in a state in which the paired site cannot be asked.</summary>
internal enum Reach
{
    /// <summary>Nothing is stated: the paired site is not needed.</summary>
    NotStated,

    /// <summary>All data is told.</summary>
    FullData,

    /// <summary>What only the paired site knows is left out.</summary>
    PartialData,

    /// <summary>It fails.</summary>
    Error,

    /// <summary>It fails when what it names is at the paired site.</summary>
    DependsOnProvidedParams,

    /// <summary>It works.</summary>
    Ok,
}

/// <summary>How the paired site stands to a call.</summary>
internal enum PeerState
{
    /// <summary>It answers the call's session.</summary>
    Reached,

    /// <summary>The call's session is not good for it.</summary>
    NotAuthenticated,

    /// <summary>It does not answer.</summary>
    Down,
}
