using System.Globalization;
using VasaSim.Server.Control;
using VasaSim.Server.Journal;

namespace VasaSim.Client;

/// <summary>Writes what the journal tells, for people.</summary>
internal static class CallReports
{
    // More of them are counted.
    private const int MaxGroups = 3;

    private static readonly string[] _head = ["CALL", "TIME", "VIA", "OPERATION", "TARGET", "OUTCOME", "RULES", "USER", "GROUPS"];

    // Where no table can be made, as its rows are not known yet: wide enough for nearly all that there is.
    private static readonly int[] _widths = [6, 24, 8, 38, 36, 20, 16, 26, 0];

    /// <summary>The line above those that are written one by one.</summary>
    public static string LineHead => Line(_head);

    /// <summary>A line for a call.</summary>
    public static string Line(CallReport call) => Line(Cells(call));

    public static void List(TextWriter output, CallList list)
    {
        TextTable.Write(output, _head, list.Calls.Select(Cells));
        if (list.Dropped > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{list.Dropped} older calls had to go; vasasim start --journal-size keeps more."));
        }
    }

    public static void Call(TextWriter output, CallReport call)
    {
        Reports.Field(output, "call", Number(call.Number));
        Reports.Field(output, "time", Reports.Time(call.Time));
        Reports.Field(output, "real time", string.Create(CultureInfo.InvariantCulture, $"{Reports.Time(call.RealTime)}, {call.Milliseconds} ms"));
        Reports.Field(output, "path", call.Path.Length > 0 ? call.Path : "-");
        Reports.Field(output, "operation", call.Operation ?? "-");
        Reports.Field(output, "target", call.Target ?? "-");
        Reports.Field(output, "via", Via(call));
        Reports.Field(output, "provider", call.Provider ?? "-");
        Reports.Field(output, "groups", Reports.ListOf(call.Groups));
        Reports.Field(output, "user", call.User is null ? "-" : call.Session is null ? call.User : $"{call.User}, session {call.Session}");
        Reports.Field(output, "client", call.Address.Length > 0 ? $"{call.Client} from {call.Address}" : call.Client);
        Reports.Field(output, "outcome", call.Message is null ? call.Outcome : $"{call.Outcome}: {call.Message}");
        Reports.Field(output, "task", call.Task ?? "-");
        Reports.Field(output, "rules", Rules(call) + (call.Illegal ? ", illegal" : ""));
        foreach (DecisionReport decision in call.Decisions ?? [])
        {
            Reports.Field(output, "", Decision(decision));
        }

        if (call.Request is not null)
        {
            output.WriteLine();
            output.WriteLine(call.Request);
        }

        if (call.Reply is not null)
        {
            output.WriteLine();
            output.WriteLine(call.Reply);
        }
    }

    public static void Verification(TextWriter output, VerificationResult result)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(result.Passed ? "passed" : "not passed")}, {result.Checked} calls checked"));
        Findings(output, "failed", result.Failures);
        Findings(output, "unknown", result.Unknown);
        foreach (NearMiss miss in result.NearMisses)
        {
            Reports.Field(output, "nearly", $"call {Number(miss.Number)}: {miss.Detail}");
        }

        if (result.Dropped > 0)
        {
            Reports.Field(output, "not checked", string.Create(CultureInfo.InvariantCulture, $"{result.Dropped} older calls, which had to go"));
        }
    }

    private static void Findings(TextWriter output, string name, IReadOnlyList<RuleFinding> findings)
    {
        foreach (RuleFinding finding in findings)
        {
            Reports.Field(output, name, $"{finding.Rule}: {finding.Detail}");
        }
    }

    private static string[] Cells(CallReport call) =>
    [
        Number(call.Number), Reports.Time(call.Time), Via(call), call.Operation ?? "-", call.Target ?? call.Path, call.Outcome, Rules(call), call.User ?? "-",
        Groups(call.Groups),
    ];

    private static string Rules(CallReport call) => Reports.ListOf(call.Rules);

    private static string Decision(DecisionReport decision) => string.Create(
        CultureInfo.InvariantCulture,
        $"{decision.Rule} at {decision.At}, call {decision.Nth}{(decision.Key.Length > 0 ? $" of {decision.Key}" : "")}{(decision.Drawn is { } drawn ? $", drawn {drawn:0.000}" : "")}: ")
        + (decision.Fired ? $"applied{(decision.Fault is null ? "" : $", {decision.Fault}")}" : $"not, {decision.Unmet}");

    private static string Line(string[] cells) => string.Join("  ", cells.Zip(_widths, (cell, width) => cell.PadRight(width))).TrimEnd();

    private static string Via(CallReport call) => call.Face is null ? "-" : $"{call.Face} {call.Protocol}";

    private static string Groups(IReadOnlyList<string> groups) => Reports.ListOf(groups.Take(MaxGroups))
        + (groups.Count > MaxGroups ? string.Create(CultureInfo.InvariantCulture, $" and {groups.Count - MaxGroups} more") : "");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
