using VasaSim.Core.Recovery.Plans.Operations;

namespace VasaSim.Server.Faces.Srm.Translation;

/// <summary>Says what tasks about recovery plans do.</summary>
internal static class PlanTaskSubject
{
    /// <summary>What a task does.</summary>
    public static TaskSubject Of(RecoveryPlanTask task, DrIds ids) => new(
        $"{task.Operation}Plan",
        WordOf(task.Operation),
        ids.Plan(task.Plan),
        task.PlanName,
        task.Operation == PlanOperation.Create ? ids.Plan(task.Plan) : null);

    private static string WordOf(PlanOperation operation) => operation switch
    {
        PlanOperation.Create => "create recovery plan",
        PlanOperation.Reconfigure => "reconfigure recovery plan",
        PlanOperation.Delete => "delete recovery plan",
        PlanOperation.Test => "test recovery plan",
        PlanOperation.Cleanup => "clean up recovery plan",
        PlanOperation.Recover => "run recovery plan",
        PlanOperation.Reprotect => "reprotect recovery plan",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };
}
