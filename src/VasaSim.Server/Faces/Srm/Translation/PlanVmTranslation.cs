using System.Text.Json;
using VasaSim.Core;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Queries;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Translation;

/// <summary>Says the machines of a recovery plan, and how they are recovered, in the API's words. Used in turns on the world.</summary>
internal sealed class PlanVmTranslation(World world, SrmScope scope, RecoveryPlan plan)
{
    private readonly DrIds _ids = new(scope);

    /// <summary>A machine as it is told.</summary>
    public RecoveryPlanVmInfo Machine(PlanMachine machine, PlanMachineStatus status) => new()
    {
        Id = _ids.InVcenter(DrIds.MachineType, machine.Id, machine.Group.ProtectedSite),
        Name = machine.Member.Name,
        Template = false,
        InsideVapp = false,
        RecoverySettings = Summary(machine.Id),
        Status = status,
        ManagingRecoveryPlan = PlanQueries.LastRunOn(world, machine.Group)?.Name,
        ProtectionGroupName = machine.Group.Name,
        ProtectionGroup = _ids.Group(machine.Group.Id),
    };

    /// <summary>How a machine is recovered, in short.</summary>
    public VmSummarizedRecoverySettings Summary(string machine)
    {
        MachineRecovery settings = plan.RecoveryOf(machine);
        return new VmSummarizedRecoverySettings
        {
            Priority = (RecoveryPriority)settings.Priority,
            StartupAction = ActionOf(settings),
            DependentVms = [.. Dependencies(machine)],
            PrePowerOnSteps = string.Join(", ", settings.Before.Select(c => c.Name)),
            PostPowerOnSteps = string.Join(", ", settings.After.Select(c => c.Name)),
            AllowMigration = false,
        };
    }

    /// <summary>How a machine is recovered, as it can be changed, seen from the site that answers.</summary>
    public VmRecoverySettingsState Settings(PlanMachine machine)
    {
        MachineRecovery settings = plan.RecoveryOf(machine.Id);
        return new VmRecoverySettingsState
        {
            RecoverySettings = new VmRecoverySettings
            {
                IpCustomizationType = settings.IpCustomization,
                NicSettings = Adapters(machine),
                Priority = (RecoveryPriority)settings.Priority,
                StartupAction = ActionOf(settings),
                ShutdownActionSettings = new(settings.SkipGuestShutdown, SecondsOf(settings.ShutdownTimeout)),
                PrePowerOnSteps = [.. settings.Before.Select(Step)],
                PostPowerOnSteps = [.. settings.After.Select(Step)],
                StartupActionSettings = new(SecondsOf(settings.ToolsTimeout), SecondsOf(settings.Delay)),
                DependentVms = [.. Dependencies(machine.Id)],
                ChangeVersion = settings.Version,
                VmToolsStatus = VmToolsStatus.Installed,
                AllowVmotionMigration = false,
            },
            Status = PlanQueries.StateOf(world, plan, scope.Here.Name) == PlanState.SyncConflict ? RecoverySettingsStatus.SyncConflict : RecoverySettingsStatus.Ok,
            ProtectionGroupSupportVmotion = false,
            VmotionMigrationSupported = false,
        };
    }

    /// <summary>The machines that are to run before one.</summary>
    public IEnumerable<DependentVm> Dependencies(string machine) => PlanQueries.Dependencies(world, plan, machine).Select(d => new DependentVm
    {
        Id = _ids.InVcenter(DrIds.MachineType, d.Id, d.Group.ProtectedSite),
        Name = d.Name,
        Status = d.Status,
        PriorityGroup = (RecoveryPriority?)d.Priority,
        ProtectionGroupName = d.Group.Name,
    });

    /// <summary>What addresses a machine gets.</summary>
    public VmRecoveryIpCustomizationSettings Addresses(PlanMachine machine) => new()
    {
        IpCustomizationType = plan.RecoveryOf(machine.Id).IpCustomization,
        IsWindowsGuest = false,
        IsRecoverySiteLocal = plan.RecoverySite == scope.Here.Name,
        NicSettings = Adapters(machine),
    };

    // While nothing is said of them: each adapter, without addresses.
    private IReadOnlyList<NicSettings?>? Adapters(PlanMachine machine) => plan.RecoveryOf(machine.Id).Addresses is { } kept
        ? JsonSerializer.Deserialize(kept, SrmJson.Newest.IReadOnlyListNicSettings)
        : machine.Member.Machine is { } known ? [.. known.Networks.Select((_, i) => new NicSettings(DeviceKeys.Network(i), null, null))] : null;

    private PowerOnStep Step(PlanCallout callout)
    {
        Callout told = callout.ToWire(plan);
        return new PowerOnStep
        {
            Name = told.Name,
            Content = told.Content,
            CalloutType = told.CalloutType,
            TimeoutSeconds = told.TimeoutSeconds,
            StepType = told.StepType,
            Id = told.Id,
        };
    }

    private static StartupAction ActionOf(MachineRecovery settings) => settings.PowerOn ? StartupAction.PowerOn : StartupAction.DoNotPowerOn;

    private static int SecondsOf(TimeSpan time) => (int)time.TotalSeconds;
}
