using VasaSim.Core.Faults;
using VasaSim.Core.Model;

namespace VasaSim.Core.Recovery.Plans.Runs;

/// <summary>A call that a run of a plan made to the Storage Monitoring Service.</summary>
/// <param name="Provider">The provider that was called.</param>
/// <param name="Method">The wire name of the method.</param>
/// <param name="Groups">The groups, in the order of the call.</param>
/// <param name="Task">The id of the task that it started; null: none.</param>
/// <param name="Fault">What it was answered instead of a task; null: a task.</param>
public sealed record MadeCall(string Provider, string Method, IReadOnlyList<GroupId> Groups, string? Task, Fault? Fault);
