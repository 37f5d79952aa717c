using VasaSim.Trying.Wire;
using VasaSim.Vmodl;

namespace VasaSim.Trying.Reporting;

/// <summary>A call that was made.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="Method">The method's wire name.</param>
/// <param name="Target">The object that it was called on.</param>
/// <param name="Groups">The groups that it was about; empty for none in particular.</param>
/// <param name="Answer">What came of it.</param>
/// <param name="Elapsed">How long the answer took.</param>
internal sealed record CallRecord(
    int Number, string Method, ManagedObjectReference Target, IReadOnlyList<GroupKey> Groups, Answer Answer, TimeSpan Elapsed);
