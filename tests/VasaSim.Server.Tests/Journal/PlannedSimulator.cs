using System.Text.Json.Nodes;
using VasaSim.Core;
using VasaSim.Core.Faults;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Server.Tests.Injection;

namespace VasaSim.Server.Tests.Journal;

/// <summary>A recovery plan with all protection groups of the lab, and its runs, in the world of a simulator.</summary>
internal static class PlannedSimulator
{
    /// <summary>Makes the plan, instead of those that the lab begins with.</summary>
    public static async Task MakePlanAsync(this Simulator simulator)
    {
        await simulator.Host.Workspace.RunAsync(static world =>
        {
            foreach (RecoveryPlan plan in world.Recovery.Plans.ToArray())
            {
                world.Remove(plan);
            }

            return Start(world, null, new CreatePlanCommand
            {
                Name = "plan", ProtectedSite = "A", RecoverySite = "B", Groups = [.. world.Recovery.Groups.Select(g => g.Id)],
            });
        });
        await simulator.PostAsync("/_sim/v1/clock/advance", new JsonObject { ["by"] = "1h" });
        Assert.Single(await simulator.Host.Workspace.RunAsync(static world => world.Recovery.Plans.ToArray()));
    }

    /// <summary>Begins a run of the plan, which has ended when tasks take no time.</summary>
    public static async Task RunPlanAsync(this Simulator simulator, RunCommand command) =>
        await simulator.Host.Workspace.RunAsync(world => Run(world, command));

    /// <summary>The same in a turn on the world.</summary>
    public static bool Run(World world, RunCommand command) => Start(world, world.Recovery.Plans[0].Id, command);

    private static bool Start(World world, string? plan, PlanCommand command)
    {
        Fault? fault = PlanTasks.Start(world, new PlanCall { Plan = plan, Command = command, User = "tester", Site = "B" }).Fault;
        Assert.Null(fault);
        return true;
    }
}
