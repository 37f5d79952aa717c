using System.Text.Json;
using System.Text.Json.Nodes;
using VasaSim.Core;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Translation;

/// <summary>Says what tasks about recovery plans do.</summary>
internal static class PlanTaskSubject
{
    /// <summary>What a task does.</summary>
    public static TaskSubject Of(RecoveryPlanTask task, World world, DrIds ids)
    {
        // The history of all plans is that of none.
        bool ofAll = task.Plan == task.Site;
        return new(
            task.Operation == PlanOperation.FindReports ? "FindReports" : $"{task.Operation}Plan",
            WordOf(task.Operation),
            ofAll ? null : ids.Plan(task.Plan),
            ofAll ? null : task.PlanName,
            ResultOf(task, world, ids));
    }

    private static JsonNode? ResultOf(RecoveryPlanTask task, World world, DrIds ids) => task.Operation switch
    {
        PlanOperation.Create => ids.Plan(task.Plan),
        PlanOperation.FindReports => new JsonArray(
        [
            .. task.Found.Select(world.Recovery.FindReport).OfType<RunReport>()
                .Select(r => JsonSerializer.SerializeToNode(r.ToWire(), SrmJson.Newest.HistoryReport)),
        ]),
        _ => null,
    };

    private static string WordOf(PlanOperation operation) => operation switch
    {
        PlanOperation.Create => "create recovery plan",
        PlanOperation.Reconfigure => "reconfigure recovery plan",
        PlanOperation.Delete => "delete recovery plan",
        PlanOperation.FindReports => "get recovery plan history",
        PlanOperation.Test => "test recovery plan",
        PlanOperation.Cleanup => "clean up recovery plan",
        PlanOperation.Recover => "run recovery plan",
        PlanOperation.Reprotect => "reprotect recovery plan",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };
}
