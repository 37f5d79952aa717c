namespace VasaSim.Storage;

/// <summary>What a completed commit survives.</summary>
public enum Durability
{
    /// <summary>
    /// The process being killed. Cutting the power may lose the last moments, but never tears a commit or damages
    /// the file.
    /// </summary>
    Normal,

    /// <summary>Also the power being cut: each group of commits is synced to the disk before it completes.</summary>
    Full,
}
