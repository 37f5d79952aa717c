using System.Text.Json;
using VasaSim.Core.Faults;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Core.Recovery.Plans.Queries;

namespace VasaSim.Server.Faces.Srm.Translation;

/// <summary>Says the world's faults in the API's words.</summary>
internal static class FaultTranslation
{
    /// <summary>The fault as an error.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="path">The values of the call's path: what they name and is not there is not found, anything else was sent wrongly.</param>
    public static SrmFailure ToFailure(this Fault fault, IEnumerable<string>? path = null) => SrmFailure.Of(
        fault is ProtectionNotFound missing && path?.Any(p => DrId.Parse(p)?.Value == missing.Id || p == missing.Id) == true ? SrmFault.NotFound : KindOf(fault),
        TextOf(fault));

    /// <summary>What is wrong in a step, and with what, for people.</summary>
    public static string ToText(StepProblem problem) => problem.What is { } what ? $"{what}: {TextOf(problem.Fault)}" : TextOf(problem.Fault);

    /// <summary>A state of recovery plans in the API's words.</summary>
    public static string WordOf(PlanState state) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(state.ToString());

    private static SrmFault KindOf(Fault fault) => fault switch
    {
        ProtectionNotFound or InvalidArgument or DependencyCycle => SrmFault.InvalidArgument,
        NameInUse => SrmFault.DuplicateName,
        AlreadyProtected => SrmFault.AlreadyProtected,
        NotReplicated => SrmFault.NotReplicated,
        MissingMappings => SrmFault.MissingMappings,
        WrongReplicationKind => SrmFault.WrongReplicationType,
        SettingsChanged => SrmFault.SettingsChanged,
        ProtectionBusy => SrmFault.OperationInProgress,
        AlreadyMapped => SrmFault.AlreadyMapped,
        FolderNotEmpty => SrmFault.FolderNotEmpty,
        WrongPlanState => SrmFault.InvalidState,
        GroupInPlan => SrmFault.GroupInPlan,
        NotReversed => SrmFault.NotReversed,
        RunCancelled => SrmFault.Cancelled,
        SystemError => SrmFault.InternalError,
        not ProtectionFault => SrmFault.ReplicationFailed,
        _ => SrmFault.InternalError,
    };

    private static string TextOf(Fault fault) => fault switch
    {
        ProtectionNotFound f => $"There is no {WordOf(f.Kind)} '{f.Id}'.",
        InvalidArgument f => $"'{f.Property}' is not legal.",
        NameInUse f => $"There is a '{f.Name}' already.",
        AlreadyProtected f => $"'{f.What}' is protected in the group '{f.Group}'.",
        NotReplicated f => $"'{f.What}' is not replicated to the recovery site.",
        MissingMappings f => $"There is no mapping of {string.Join(", ", f.Names.Select(n => $"'{n}'"))}.",
        WrongReplicationKind f => $"The protection group is of the type {f.Kind.ToString().ToUpperInvariant()}.",
        SettingsChanged f => $"The settings were changed since; their version is {f.Version}.",
        ProtectionBusy f => $"The task '{f.Task}' works on it.",
        AlreadyMapped f => $"'{f.What}' is mapped already.",
        FolderNotEmpty f => $"There is something in the folder '{f.Name}'.",
        WrongPlanState f => $"{f.Operation} is not possible in the state {WordOf(f.State)} of the recovery plan; possible is {AllowedIn(f.State)}.",
        GroupInPlan f => $"The recovery plan '{f.Plan}' has the protection group.",
        NotReversed f => $"The replication of the protection group '{f.Group}' is not reversed.",
        DependencyCycle f => $"'dependent_vms' has a cycle: '{f.Machine}' would have to run before itself.",
        RunCancelled => "The run was cancelled.",
        SystemError f => f.Reason,
        ForeignFault f => f.Message,
        _ => $"{fault.GetType().Name}.",
    };

    private static string AllowedIn(PlanState state) => PlanRules.Allowed(state) is { Count: > 0 } allowed ? string.Join(", ", allowed) : "nothing";

    private static string WordOf(ProtectionThing thing) => thing switch
    {
        ProtectionThing.Group => "protection group",
        ProtectionThing.Machine => "virtual machine",
        ProtectionThing.ReplicationGroup => "replication group",
        ProtectionThing.Datastore => "datastore",
        ProtectionThing.Folder => "folder",
        ProtectionThing.Mapping => "mapping",
        ProtectionThing.Plan => "recovery plan",
        ProtectionThing.Callout => "callout",
        ProtectionThing.Prompt => "prompt",
        ProtectionThing.InventoryObject => "inventory object",
        _ => "site",
    };
}
