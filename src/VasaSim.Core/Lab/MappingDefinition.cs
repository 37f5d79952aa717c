using VasaSim.Core.Recovery.Model;

namespace VasaSim.Core.Lab;

/// <summary>A mapping of the lab, in one direction.</summary>
/// <param name="Kind">What is mapped.</param>
/// <param name="From">The id of what is mapped.</param>
/// <param name="To">The id of what it is mapped to.</param>
public sealed record MappingDefinition(MappingKind Kind, string From, string To);
