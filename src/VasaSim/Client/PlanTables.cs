using System.Globalization;
using VasaSim.Server.Control;

namespace VasaSim.Client;

/// <summary>Writes recovery plans for people.</summary>
internal static class PlanTables
{
    public static void Plans(TextWriter output, IEnumerable<RecoveryPlanReport> plans) => TextTable.Write(
        output,
        ["PLAN", "FROM", "TO", "STATE", "RUN", "PERCENT", "STEP", "RESULT", "GROUPS"],
        plans.Select(p => new[]
        {
            p.Name, p.ProtectedSite, p.RecoverySite, p.State, p.Run ?? "-", Percent(p), p.Step ?? "-", p.Result ?? "-", Reports.ListOf(p.Groups),
        }));

    public static void Plan(TextWriter output, RecoveryPlanReport plan)
    {
        Reports.Field(output, "plan", plan.Name);
        Reports.Field(output, "id", plan.Id);
        Reports.Field(output, "description", plan.Description ?? "-");
        Reports.Field(output, "from", plan.ProtectedSite);
        Reports.Field(output, "to", plan.RecoverySite);
        Reports.Field(output, "groups", Reports.ListOf(plan.Groups));
        Reports.Field(output, "state", plan.State);
        Reports.Field(output, "run", plan.Run ?? "-");
        Reports.Field(output, "percent", Percent(plan));
        Reports.Field(output, "result", plan.Result ?? "-");
        Reports.Field(output, "task", plan.Task ?? "-");
        TextTable.Write(
            output,
            ["STEP", "STATUS", "STARTED", "ENDED", "ERRORS"],
            (plan.Steps ?? []).Select(s => new[] { s.Step, s.Status, Time(s.Started), Time(s.Ended), Reports.ListOf([.. s.Errors, .. s.Warnings]) }));
        TextTable.Write(
            output,
            ["MACHINE", "NAME", "PRIORITY", "STATUS"],
            (plan.Machines ?? []).Select(m => new[] { m.Machine, m.Name, m.Priority.ToString(CultureInfo.InvariantCulture), m.Status }));
    }

    private static string Percent(RecoveryPlanReport plan) => plan.Percent.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset? time) => time is { } known ? Reports.Time(known) : "-";
}
