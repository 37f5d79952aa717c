using VasaSim.Core.Lab;
using VasaSim.Core.Storage;

namespace VasaSim.Core.Model;

/// <summary>What a world was made from, its knobs, and the counters its ids come from.</summary>
public sealed record WorldInfo : Entity
{
    /// <summary>The lab it was made from; a reset makes it anew from this.</summary>
    public required LabDefinition Lab { get; init; }

    /// <summary>The seed of everything that looks random.</summary>
    public required long Seed { get; init; }

    /// <summary>T0: the lab's times are relative to it.</summary>
    public required DateTimeOffset StartTime { get; init; }

    /// <summary>True when T0 was given; a reset then begins there again, otherwise at the moment of the reset.</summary>
    public bool FixedStart { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.World, "world");
}
