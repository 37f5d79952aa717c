using System.CommandLine;
using VasaSim.Client;
using VasaSim.Server.Control;

namespace VasaSim.Commands;

/// <summary><c>vasasim plans</c>: the recovery plans.</summary>
internal static class PlanCommand
{
    private const string Path = "/_sim/v1/recovery-plans";

    public static Command Create(Terminal terminal) => new("plans", "The recovery plans.")
    {
        ClientVerb.Create(terminal, "ls", "Lists the recovery plans.", ListAsync),
        Show(terminal),
    };

    private static async Task ListAsync(ClientCall call)
    {
        RecoveryPlanList list = await call.GetAsync(Path, ControlJson.Readable.RecoveryPlanList);
        call.Answer(list, ControlJson.Readable.RecoveryPlanList, output => PlanTables.Plans(output, list.RecoveryPlans));
    }

    private static Command Show(Terminal terminal)
    {
        Argument<string> id = new("PLAN") { Description = "The name or the id of the recovery plan, such as plan-gold." };
        Command command = ClientVerb.Create(terminal, "show", "Shows a recovery plan with the steps of its run and its machines.", async call =>
        {
            RecoveryPlanReport plan = await call.GetAsync(
                $"{Path}/{Uri.EscapeDataString(call.Arguments.GetRequiredValue(id))}", ControlJson.Readable.RecoveryPlanReport);
            call.Answer(plan, ControlJson.Readable.RecoveryPlanReport, output => PlanTables.Plan(output, plan));
        });
        command.Add(id);
        return command;
    }
}
