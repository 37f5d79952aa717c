namespace VasaSim.Core.Lab;

/// <summary>An organization of a cloud.</summary>
public sealed record OrgDefinition
{
    /// <summary>Name, unique in its cloud.</summary>
    public required string Name { get; init; }

    /// <summary>Its virtual data centers.</summary>
    public IReadOnlyList<VdcDefinition> Vdcs { get; init; } = [];

    /// <summary>Its vApps, templates already spread out.</summary>
    public IReadOnlyList<VappDefinition> Vapps { get; init; } = [];
}
