using System.Globalization;
using VasaSim.Core;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Core.Recovery.Plans.Queries;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Rest;
using VasaSim.Server.Faces.Srm.Access;
using VasaSim.Server.Faces.Srm.Translation;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>The history of recovery plans: what is kept of their runs. A task finds it, as of the call.</summary>
internal static class HistoryHandlers
{
    private static readonly TimeSpan _usual = TimeSpan.FromDays(7);

    /// <summary>The moment from which on the runs began; without it seven days ago.</summary>
    public static QueryParameter StartDate { get; } = new("start_date", QueryKind.Time);

    /// <summary>The moment until which the runs began; without it now.</summary>
    public static QueryParameter EndDate { get; } = new("end_date", QueryKind.Time);

    public static Outcome FindAll(SrmCall call, World world) => Find(call, world, null);

    public static Outcome FindOfPlan(SrmCall call, World world) => PlanHandlers.With(call, world, plan => Find(call, world, plan));

    public static Outcome Show(SrmCall call, World world) => PlanHandlers.With(call, world, plan =>
        world.Recovery.FindReport(call.Path["report_id"]) is { } report && report.Plan == plan.Id
            ? call.Entity(report.ToWire(), world)
            : Outcome.Failed(Admission.NotFound("history report", call.Path["report_id"])));

    private static Outcome Find(SrmCall call, World world, RecoveryPlan? plan)
    {
        DateTimeOffset from = call.Query.Whole(StartDate.Name) is { } start ? TimeOf(start) : world.Now - _usual;
        DateTimeOffset to = call.Query.Whole(EndDate.Name) is { } end ? TimeOf(end) : world.Now;
        return Listing.WithPage(
            call,
            PlanQueries.Reports(world, plan?.Id, from, to).Select(ReportTranslation.ToWire),
            SrmJson.Newest.HistoryReport,
            page => Starting.Plan(call, world, plan, new FindReportsCommand([.. page.List.Select(r => r.RunKey.ToString(CultureInfo.InvariantCulture))])));
    }

    // What is beyond all times is the first or the last of them.
    private static DateTimeOffset TimeOf(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(
        Math.Clamp(milliseconds, DateTimeOffset.MinValue.ToUnixTimeMilliseconds(), DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()));
}
