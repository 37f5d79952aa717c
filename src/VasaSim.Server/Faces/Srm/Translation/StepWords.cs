using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Translation;

/// <summary>The words for the steps of recovery plans. None of the titles is published.</summary>
internal static class StepWords
{
    /// <summary>The kind of run of a view mode; null: there is no such mode.</summary>
    public static RunKind? KindOf(string viewMode) => viewMode switch
    {
        "test" => RunKind.Test,
        "recovery" => RunKind.Recovery,
        "cleanup" => RunKind.Cleanup,
        "reprotect" => RunKind.Reprotect,
        _ => null,
    };

    /// <summary>What a step is called; a callout has the name that its owner gave it.</summary>
    public static string TitleOf(RunKind run, PlanStep step) => (step.Kind, run) switch
    {
        (StepKind.PowerOffTestMachines, _) => "Power off test VMs",
        (StepKind.PresyncStorage, RunKind.Recovery) => "Pre-synchronize storage",
        (StepKind.PresyncStorage or StepKind.SyncStorage or StepKind.FinalizeStorage, _) => "Synchronize storage",
        (StepKind.ShutDownMachines, _) => "Shut down VMs at protected site",
        (StepKind.ResumeMachines, RunKind.Cleanup) => "Resume non-critical VMs at recovery site",
        (StepKind.ResumeMachines, _) => "Resume VMs suspended by previous recovery",
        (StepKind.RestoreHosts, _) => "Restore recovery site hosts from standby",
        (StepKind.PrepareProtectedStorage, _) => "Prepare protected site VMs for migration",
        (StepKind.SuspendMachines, _) => "Suspend non-critical VMs at recovery site",
        (StepKind.PrepareStorage, RunKind.Test) => "Create writable storage snapshot",
        (StepKind.PrepareStorage, _) => "Change recovery site storage to writable",
        (StepKind.ConfigureStorage, RunKind.Test) => "Configure test networks",
        (StepKind.ConfigureStorage, _) => "Configure recovery site storage",
        (StepKind.RecoverPriority1, _) => "Power on priority 1 VMs",
        (StepKind.RecoverPriority2, _) => "Power on priority 2 VMs",
        (StepKind.RecoverPriority3, _) => "Power on priority 3 VMs",
        (StepKind.RecoverPriority4, _) => "Power on priority 4 VMs",
        (StepKind.RecoverPriority5, _) => "Power on priority 5 VMs",
        (StepKind.RestoreStorage, _) => "Discard test data and reset storage",
        (StepKind.ReverseReplication, _) => "Configure storage to reverse direction",
        (StepKind.CreatePlaceholders, _) => "Configure protection to reverse direction",
        _ => step.Callout!.Name,
    };

    /// <summary>The place of a callout that comes before a step; null: at the end.</summary>
    public static CalloutPosition PositionBefore(StepKind? step) => step switch
    {
        StepKind.PresyncStorage => CalloutPosition.PresyncStorage,
        StepKind.ShutDownMachines => CalloutPosition.ShutDownMachines,
        StepKind.ResumeMachines => CalloutPosition.ResumeMachines,
        StepKind.RestoreHosts => CalloutPosition.RestoreHosts,
        StepKind.PrepareProtectedStorage => CalloutPosition.PrepareProtectedStorage,
        StepKind.SyncStorage => CalloutPosition.SyncStorage,
        StepKind.SuspendMachines => CalloutPosition.SuspendMachines,
        StepKind.PrepareStorage => CalloutPosition.PrepareStorage,
        StepKind.ConfigureStorage => CalloutPosition.ConfigureStorage,
        StepKind.RecoverPriority1 => CalloutPosition.RecoverPriority1,
        StepKind.RecoverPriority2 => CalloutPosition.RecoverPriority2,
        StepKind.RecoverPriority3 => CalloutPosition.RecoverPriority3,
        StepKind.RecoverPriority4 => CalloutPosition.RecoverPriority4,
        StepKind.RecoverPriority5 => CalloutPosition.RecoverPriority5,
        _ => CalloutPosition.AtEnd,
    };
}
