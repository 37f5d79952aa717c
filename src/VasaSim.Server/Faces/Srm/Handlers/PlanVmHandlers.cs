using VasaSim.Core;
using VasaSim.Core.Faults;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Core.Recovery.Plans.Queries;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Srm.Access;
using VasaSim.Server.Faces.Srm.Operations;
using VasaSim.Server.Faces.Srm.Translation;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>The machines of recovery plans, and how they are recovered.</summary>
internal static class PlanVmHandlers
{
    public static Outcome List(SrmCall call, World world) => PlanHandlers.With(call, world, plan =>
    {
        PlanVmTranslation translation = new(world, call.Scope, plan);
        return Listing.Answer(call, world, PlanQueries.Machines(world, plan).Select(m => translation.Machine(m.Machine, m.Status)), SrmJson.Newest.RecoveryPlanVmInfo);
    });

    public static Outcome Show(SrmCall call, World world) => With(call, world, (plan, machine) =>
        call.Entity(new PlanVmTranslation(world, call.Scope, plan).Machine(machine, PlanQueries.StatusOf(world, plan, machine)), world));

    public static Outcome ShowSummary(SrmCall call, World world) => With(call, world, (plan, machine) =>
        call.Entity(new PlanVmTranslation(world, call.Scope, plan).Summary(machine.Id), world));

    public static Outcome ShowSettings(SrmCall call, World world) => With(call, world, (plan, machine) =>
        call.Entity(new PlanVmTranslation(world, call.Scope, plan).Settings(machine), world));

    public static Outcome ShowAddresses(SrmCall call, World world) => With(call, world, (plan, machine) =>
        call.Entity(new PlanVmTranslation(world, call.Scope, plan).Addresses(machine), world));

    public static Outcome ShowPriority(SrmCall call, World world) => With(call, world, (plan, machine) =>
        call.Entity(new PriorityGroupData { Priority = (RecoveryPriority)plan.RecoveryOf(machine.Id).Priority }, world));

    public static Outcome ListDependencies(SrmCall call, World world) => With(call, world, (plan, machine) =>
        Listing.Answer(call, world, new PlanVmTranslation(world, call.Scope, plan).Dependencies(machine.Id), SrmJson.Newest.DependentVm));

    public static Outcome UpdateSettings(SrmCall call, World world)
    {
        VmRecoverySettings spec = (VmRecoverySettings)call.Body.Value!;
        return Update(call, world, specs => specs.Read(spec), spec.ChangeVersion is not null);
    }

    public static Outcome UpdateAddresses(SrmCall call, World world) => Update(call, world, specs => specs.Read((VmRecoveryIpCustomizationSettings)call.Body.Value!));

    public static Outcome UpdatePriority(SrmCall call, World world) => Update(call, world, specs => specs.Read((PriorityGroupData)call.Body.Value!));

    public static Outcome UpdateDependencies(SrmCall call, World world) => Update(call, world, specs => specs.Read((DependentVmSpec)call.Body.Value!));

    /// <summary>Machines of a site that cannot be asked are not looked at.</summary>
    public static Outcome CheckDependencies(SrmCall call, World world) => With(call, world, (plan, machine) =>
    {
        DependentVmSpec spec = (DependentVmSpec)call.Body.Value!;
        RecoverySettingsSpecs specs = new(call, plan.RecoveryOf(machine.Id));
        if (specs.Read(spec) is not { } wanted)
        {
            return SrmCall.Wrong(specs.Problem!);
        }

        bool elsewhere = (spec.DependentVms ?? []).Any(id => call.Ids.SiteOf(DrId.Parse(id)!.Value) == call.Scope.Peer);
        DependentVmsIssue? issue = (elsewhere ? call.PeerIn(world) : PeerState.Reached) switch
        {
            PeerState.NotAuthenticated => DependentVmsIssue.NoPermission,
            PeerState.Down => DependentVmsIssue.Unknown,
            _ => PlanQueries.CheckDependencies(world, plan, machine.Id, wanted.DependsOn) switch
            {
                null => null,
                DependencyCycle => DependentVmsIssue.CycleDetected,
                _ => DependentVmsIssue.Unknown,
            },
        };
        return Outcome.Result(new DependentVmsValidationResult(issue is null, issue));
    });

    private static Outcome Update(SrmCall call, World world, Func<RecoverySettingsSpecs, MachineRecovery?> read, bool versioned = false) => With(call, world, (plan, machine) =>
    {
        RecoverySettingsSpecs specs = new(call, plan.RecoveryOf(machine.Id));
        return read(specs) is { } settings
            ? Starting.Plan(call, world, plan, new MachineRecoveryCommand(settings, versioned))
            : SrmCall.Wrong(specs.Problem!);
    });

    private static Outcome With(SrmCall call, World world, Func<RecoveryPlan, PlanMachine, Outcome> answer) => PlanHandlers.With(call, world, plan =>
    {
        string id = call.Path["vm_id"];
        return call.Ids.Read(DrIds.MachineType, id) is { } known && PlanMachine.Of(world, plan).FirstOrDefault(m => m.Id == known) is { } machine
            ? answer(plan, machine)
            : Outcome.Failed(Admission.NotFound("virtual machine", id));
    });
}
