using System.Globalization;
using System.Text.Json;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Server.Faces.Srm.Translation;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>Reads how a machine is to be recovered. For one call.</summary>
/// <param name="call">The call.</param>
/// <param name="now">How the machine is recovered now.</param>
internal sealed class RecoverySettingsSpecs(SrmCall call, MachineRecovery now)
{
    private const int LongestWait = 3599;

    /// <summary>The first thing that is wrong with what was read; null: nothing.</summary>
    public string? Problem { get; private set; }

    /// <summary>Reads all of the settings; what is left out of them gets its default. Null: they make no sense.</summary>
    public MachineRecovery? Read(VmRecoverySettings spec)
    {
        int priority = Priority(spec.Priority);
        Need("startup_action", spec.StartupAction);
        Need("shutdown_action_settings", spec.ShutdownActionSettings);
        Need("shutdown_action_settings.timeout_seconds", spec.ShutdownActionSettings?.TimeoutSeconds);
        MachineRecovery usual = new() { Machine = now.Machine };
        MachineRecovery settings = Addressed(usual, spec.IpCustomizationType, spec.NicSettings) with
        {
            Priority = priority,
            PowerOn = spec.StartupAction == StartupAction.PowerOn,
            SkipGuestShutdown = spec.ShutdownActionSettings?.SkipShutdownGuest == true,
            ShutdownTimeout = Wait("shutdown_action_settings.timeout_seconds", spec.ShutdownActionSettings?.TimeoutSeconds, usual.ShutdownTimeout),
            ToolsTimeout = Wait(
                "startup_action_settings.power_on_vmtools_timeout_seconds", spec.StartupActionSettings?.PowerOnVmtoolsTimeoutSeconds, usual.ToolsTimeout),
            Delay = Wait(
                "startup_action_settings.delay_before_power_on_steps_and_dependent_vms_seconds",
                spec.StartupActionSettings?.DelayBeforePowerOnStepsAndDependentVmsSeconds,
                usual.Delay),
            Before = Callouts("pre_power_on_steps", spec.PrePowerOnSteps, CalloutStepType.PrePowerOn),
            After = Callouts("post_power_on_steps", spec.PostPowerOnSteps, CalloutStepType.PostPowerOn),
            DependsOn = [.. (spec.DependentVms ?? []).Select(Dependency)],
            Version = spec.ChangeVersion ?? now.Version,
        };
        return Problem is null ? settings : null;
    }

    /// <summary>Reads what addresses the machine gets, and leaves all else. Null: they make no sense.</summary>
    public MachineRecovery? Read(VmRecoveryIpCustomizationSettings spec)
    {
        MachineRecovery settings = Addressed(now, spec.IpCustomizationType, spec.NicSettings);
        return Problem is null ? settings : null;
    }

    /// <summary>Reads when the machine is recovered, and leaves all else. Null: it makes no sense.</summary>
    public MachineRecovery? Read(PriorityGroupData spec)
    {
        MachineRecovery settings = now with { Priority = Priority(spec.Priority) };
        return Problem is null ? settings : null;
    }

    /// <summary>Reads which machines are to run before the machine, and leaves all else. Null: they make no sense.</summary>
    public MachineRecovery? Read(DependentVmSpec spec)
    {
        MachineRecovery settings = now with { DependsOn = [.. (spec.DependentVms ?? []).Select((id, i) => Machine(At("dependent_vms", i), id))] };
        return Problem is null ? settings : null;
    }

    private int Priority(RecoveryPriority? priority)
    {
        Need("priority", priority);
        return (int)(priority ?? RecoveryPriority.P3);
    }

    private MachineRecovery Addressed(MachineRecovery settings, IpCustomization? kind, IReadOnlyList<NicSettings?>? adapters)
    {
        Need("ip_customization_type", kind);
        Note(NicSpecs.Problem(adapters));
        return settings with
        {
            IpCustomization = kind ?? IpCustomization.Auto,
            Addresses = adapters is null ? null : JsonSerializer.Serialize(adapters, SrmJson.Newest.IReadOnlyListNicSettings),
        };
    }

    private PlanCallout[] Callouts(string list, IReadOnlyList<PowerOnStep?>? steps, CalloutStepType where) => [.. (steps ?? []).Select((step, i) =>
    {
        string path = At(list, i);
        Need(path, step);
        Need($"{path}.id", step?.Id);
        Need($"{path}.step_type", step?.StepType);
        Note(step?.StepType != where ? $"'{path}.step_type' is not legal; legal is {JsonNamingPolicy.SnakeCaseUpper.ConvertName(where.ToString())}." : null);
        Note(where == CalloutStepType.PrePowerOn && step?.CalloutType == CalloutType.RunOnVm
            ? $"'{path}.callout_type' is not legal; legal is PROMPT or RUN_ON_SRM_SERVER, since the machine does not run yet."
            : null);
        PlanCallout? callout = null;
        Note(step is not null && CalloutTranslation.Read(step, step.Id ?? "", out callout) is { } wrong ? $"'{path}': {wrong}" : null);
        return callout;
    }).OfType<PlanCallout>()];

    private string Dependency(DependentVm? machine, int index)
    {
        string path = At("dependent_vms", index);
        Need($"{path}.name", machine?.Name);
        return Machine($"{path}.id", machine?.Id);
    }

    private string Machine(string path, string? id)
    {
        string? known = call.Ids.Read(DrIds.MachineType, id);
        Note(known is null ? $"'{path}' is '{id}', which is no id of the type {DrIds.MachineType}." : null);
        return known ?? "";
    }

    private TimeSpan Wait(string path, int? seconds, TimeSpan usual)
    {
        Note(seconds is < 0 or > LongestWait
            ? string.Create(CultureInfo.InvariantCulture, $"'{path}' is not legal; legal is a whole number from 0 to {LongestWait}.")
            : null);
        return seconds is { } given ? TimeSpan.FromSeconds(given) : usual;
    }

    private void Need(string path, object? value) => Note(value is null ? $"'{path}' is missing." : null);

    private void Note(string? problem) => Problem ??= problem;

    private static string At(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");
}
