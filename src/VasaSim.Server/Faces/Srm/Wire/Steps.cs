using System.Text.Json.Serialization;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Server.Faces.Rest;

namespace VasaSim.Server.Faces.Srm.Wire;

/// <summary>A step of a recovery plan, or a part of one. Times are milliseconds of Unix time.</summary>
internal sealed record RecoveryStep : Resource
{
    /// <summary>Its number among all steps with their parts, from 0.</summary>
    public required int Id { get; init; }

    /// <summary>Its number for people: <c>2</c>, and <c>2.1</c> below it.</summary>
    public required string StepNumber { get; init; }

    public required string Title { get; init; }

    /// <summary>0 for a step, 1 for a part of one.</summary>
    public required int Depth { get; init; }

    public required int ChildCount { get; init; }

    /// <summary>Whether its parts are in the list.</summary>
    public required bool Expanded { get; init; }

    [JsonConverter(typeof(UpperWordConverter<StepStatus>))]
    public required StepStatus Status { get; init; }

    /// <summary>0 to 100.</summary>
    public required int Progress { get; init; }

    /// <summary>Missing where it has not begun.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? StartTime { get; init; }

    public required long? FinishTime { get; init; }

    public required IReadOnlyList<string>? Errors { get; init; }

    public required IReadOnlyList<string>? Warnings { get; init; }

    /// <summary>The id of the machine or protection group that it is about; missing where it is about none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ReferredObject { get; init; }

    /// <summary>Where a callout of the plan is; missing: it is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanCalloutPosition? PlanCalloutPositionSpec { get; init; }

    /// <summary>Where a callout of a machine is; missing: it is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VmCalloutPosition? VmCalloutPositionSpec { get; init; }
}

/// <summary>The place of a callout of a plan.</summary>
/// <param name="PositionSpecIndex">Its position among those that are there, from 0.</param>
/// <param name="PositionSpecPosition">The step that they come before.</param>
internal sealed record PlanCalloutPosition(int PositionSpecIndex, CalloutPosition PositionSpecPosition);

/// <summary>The place of a callout of a machine.</summary>
/// <param name="VmId">The machine.</param>
/// <param name="PrePowerOn">Whether it comes before its power on, not after.</param>
/// <param name="Index">Its position among those that are there, from 0.</param>
internal sealed record VmCalloutPosition(string VmId, bool PrePowerOn, int Index);

/// <summary>Where callouts of plans can be; of the published words those for steps that there are.</summary>
[JsonConverter(typeof(WordConverter<CalloutPosition>))]
internal enum CalloutPosition
{
    [JsonStringEnumMemberName("BEFORE_PRESYNC_STORAGE")] PresyncStorage,
    [JsonStringEnumMemberName("BEFORE_SHUTDOWN_PROTECTED_SITE_VMS")] ShutDownMachines,
    [JsonStringEnumMemberName("BEFORE_RESUME_PROTECTED_SITE_VMS")] ResumeMachines,
    [JsonStringEnumMemberName("BEFORE_RESTORE_HOSTS")] RestoreHosts,
    [JsonStringEnumMemberName("BEFORE_BEGIN_PREPARE_STORAGE")] PrepareProtectedStorage,
    [JsonStringEnumMemberName("BEFORE_SYNC_STORAGE")] SyncStorage,
    [JsonStringEnumMemberName("BEFORE_SUSPEND_RECOVERY_SITE_VMS")] SuspendMachines,
    [JsonStringEnumMemberName("BEFORE_PREPARE_STORAGE")] PrepareStorage,
    [JsonStringEnumMemberName("BEFORE_CONFIGURE_STORAGE")] ConfigureStorage,
    [JsonStringEnumMemberName("BEFORE_RECOVER_PRIORITY_1_VMS")] RecoverPriority1,
    [JsonStringEnumMemberName("BEFORE_RECOVER_PRIORITY_2_VMS")] RecoverPriority2,
    [JsonStringEnumMemberName("BEFORE_RECOVER_PRIORITY_3_VMS")] RecoverPriority3,
    [JsonStringEnumMemberName("BEFORE_RECOVER_PRIORITY_4_VMS")] RecoverPriority4,
    [JsonStringEnumMemberName("BEFORE_RECOVER_PRIORITY_5_VMS")] RecoverPriority5,
    [JsonStringEnumMemberName("AT_END")] AtEnd,
}
