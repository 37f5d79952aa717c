using VasaSim.Configuration;
using VasaSim.Core.Lab;

namespace VasaSim.Lab;

/// <summary>What reading a lab file gave: a lab, or everything that is wrong with the file.</summary>
/// <param name="Lab">The lab, complete and consistent; null when there are problems.</param>
/// <param name="Problems">All problems in the order of the file; empty when there is a lab.</param>
public sealed record LabResult(LabDefinition? Lab, IReadOnlyList<FileProblem> Problems);
