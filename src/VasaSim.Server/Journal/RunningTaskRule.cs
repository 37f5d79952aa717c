using VasaSim.Core;
using VasaSim.Core.Tasks;

namespace VasaSim.Server.Journal;

/// <summary>No call comes while a task that an earlier one started is still running.</summary>
internal static class RunningTaskRule
{
    private const string Rule = "neverWhile.running";

    /// <summary>Checks calls in their order.</summary>
    /// <param name="calls">The calls that the rule is about.</param>
    /// <param name="worldBegan">The last number of calls whose tasks are of an earlier world, where ids were given that come again.</param>
    /// <param name="world">Knows when tasks ended, unless it has forgotten them.</param>
    /// <param name="failures">Gets the calls that came too early.</param>
    /// <param name="unknown">Gets the calls that started tasks which are forgotten.</param>
    public static void Check(
        IEnumerable<JournalEntry> calls, long worldBegan, World world, List<RuleFinding> failures, List<RuleFinding> unknown)
    {
        // Of the tasks before, the one that ends last decides.
        (DateTimeOffset End, JournalEntry Call) longest = (DateTimeOffset.MinValue, default);
        List<long> forgotten = [];
        long? lastCall = null;
        foreach (JournalEntry call in calls)
        {
            lastCall = call.Number;
            if (call.Time < longest.End)
            {
                failures.Add(new RuleFinding(
                    Rule,
                    $"{call.Operation} #{call.Number} came at {Text(call.Time)}, while {longest.Call.Task} of call #{longest.Call.Number} ran until {Text(longest.End)}.",
                    [longest.Call.Number, call.Number]));
            }

            if (call.Task is null)
            {
                continue;
            }

            if (call.Number <= worldBegan || world.FindTask(call.Task) is not { } task)
            {
                forgotten.Add(call.Number);
            }
            else if (task.Due > longest.End)
            {
                longest = (task.Due, call);
            }
        }

        // What came after nobody's call cannot have been too early.
        forgotten.RemoveAll(number => number == lastCall);
        if (forgotten.Count > 0)
        {
            unknown.Add(new RuleFinding(
                Rule, "It is not known any more when the tasks of these calls ended: the service has forgotten them.", forgotten));
        }
    }

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
