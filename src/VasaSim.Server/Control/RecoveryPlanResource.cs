using Microsoft.AspNetCore.Http;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>The recovery plans, each by its id or its name.</summary>
internal sealed class RecoveryPlanResource(Workspace workspace)
{
    private const int MostNamed = 100;

    public ValueTask<Reply> ListAsync(HttpContext http)
    {
        ControlRequest request = ControlRequest.WithoutBody(http);
        return workspace.RunAsync(world => request.Close() ?? Reply.Ok(
            new RecoveryPlanList([.. world.Recovery.Plans.Select(p => RecoveryPlanReport.Of(world, p))]), ControlJson.Readable.RecoveryPlanList));
    }

    public ValueTask<Reply> ShowAsync(HttpContext http)
    {
        ControlRequest request = ControlRequest.WithoutBody(http);
        string id = request.Route("id");
        return workspace.RunAsync(world => request.Close()
            ?? ((world.Recovery.FindPlan(id) ?? world.Recovery.Plans.FirstOrDefault(p => p.Name == id)) is { } plan
                ? Reply.Ok(RecoveryPlanReport.WithSteps(world, plan), ControlJson.Readable.RecoveryPlanReport)
                : Reply.NotFound($"There is no recovery plan '{id}'.", world.Recovery.Plans.Take(MostNamed).Select(p => p.Name))));
    }
}
