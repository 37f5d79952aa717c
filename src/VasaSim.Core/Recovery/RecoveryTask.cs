using VasaSim.Core.Tasks;

namespace VasaSim.Core.Recovery;

/// <summary>A task of the Site Recovery Manager.</summary>
public abstract record RecoveryTask : ServiceTask
{
    /// <summary>Who called.</summary>
    public required string User { get; init; }

    /// <summary>The site it runs at.</summary>
    public required string Site { get; init; }
}
