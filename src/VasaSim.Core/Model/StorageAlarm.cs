using VasaSim.Core.Alarms;
using VasaSim.Core.Storage;

namespace VasaSim.Core.Model;

/// <summary>An alarm that a provider has raised and not cleared.</summary>
public sealed record StorageAlarm : Entity
{
    /// <summary>The managed object id of the provider.</summary>
    public required string Provider { get; init; }

    /// <summary>Number; a later alarm of the same provider has a higher one.</summary>
    public required long Id { get; init; }

    /// <summary>What is wrong, and with what.</summary>
    public required AlarmCondition Condition { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.StorageAlarm, $"{Provider}#{Id}");
}
