namespace VasaSim.Faults.Actions;

/// <summary>How a call fares with the site that the one which answers is paired with.</summary>
public enum PeerLoss
{
    /// <summary>The paired site does not answer.</summary>
    Down,

    /// <summary>The session is not good for the paired site.</summary>
    NotAuthenticated,
}
