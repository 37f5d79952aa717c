using VasaSim.Core.Recovery.Model;

namespace VasaSim.Core.Lab;

/// <summary>A protection group of the lab.</summary>
public sealed record ProtectionGroupDefinition
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>The site whose machines are protected.</summary>
    public required string From { get; init; }

    /// <summary>The site where they are recovered.</summary>
    public required string To { get; init; }

    /// <summary>What it is about.</summary>
    public required GroupMembers Members { get; init; }
}
