using System.Globalization;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Translation;

/// <summary>Says what is kept of runs of recovery plans in the API's words.</summary>
internal static class ReportTranslation
{
    /// <summary>What is kept of a run.</summary>
    public static HistoryReport ToWire(this RunReport report) => new()
    {
        PlanName = report.PlanName,
        Username = report.User,
        OperationType = report.Kind switch
        {
            RunKind.Test => ReportOperation.Test,
            RunKind.Cleanup => ReportOperation.Cleanup,
            RunKind.Recovery => ReportOperation.Failover,
            _ => ReportOperation.Reprotect,
        },
        StartTimeMs = report.Started.ToUnixTimeMilliseconds(),
        HumanFriendlyDuration = WordsOf(report.Ended - report.Started),
        DurationMs = (long)(report.Ended - report.Started).TotalMilliseconds,
        ResultState = report.Result,
        ErrorCount = report.Errors.Count,
        WarningCount = report.Warnings.Count,
        RunKey = report.Number,
        ErrorsList = [.. report.Errors.Select(FaultTranslation.ToText)],
        WarningsList = [.. report.Warnings.Select(FaultTranslation.ToText)],
    };

    // Whole seconds, with the larger units that it takes.
    private static string WordsOf(TimeSpan time)
    {
        (int Number, string Unit)[] parts = [(time.Days, "d"), (time.Hours, "h"), (time.Minutes, "m"), (time.Seconds, "s")];
        return string.Join(' ', parts.SkipWhile(p => p.Number == 0 && p.Unit != "s").Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Number} {p.Unit}")));
    }
}
