using VasaSim.Core.Storage;

namespace VasaSim.Core.Model;

/// <summary>The numbers that ids are made from; they only grow, so no id is ever reused.</summary>
public sealed record Counters : Entity
{
    /// <summary>Tasks started.</summary>
    public long Tasks { get; init; }

    /// <summary>Replicas made by calls.</summary>
    public long Replicas { get; init; }

    /// <summary>Groups made.</summary>
    public long Groups { get; init; }

    /// <summary>The highest number of a provider's managed object id.</summary>
    public long Providers { get; init; }

    /// <summary>Certificates issued after the world began.</summary>
    public long Certificates { get; init; }

    /// <summary>Replications of machines and vApps started, and machines and vApps recovered.</summary>
    public long Cloud { get; init; }

    /// <summary>Protection groups, placeholders, mappings and folders made.</summary>
    public long Recovery { get; init; }

    /// <summary>How often the world was opened after it was made.</summary>
    public long Starts { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.Counters, "counters");
}
