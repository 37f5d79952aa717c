using Microsoft.AspNetCore.Http;
using VasaSim.Core;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Control;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>The clouds and their machines.</summary>
internal sealed class CloudResource(Workspace workspace)
{
    private const int MostNamed = 100;

    public ValueTask<Reply> ListAsync(HttpContext http)
    {
        ControlRequest request = ControlRequest.WithoutBody(http);
        return workspace.RunAsync(world =>
            request.Close() ?? Reply.Ok(new CloudList([.. world.Cloud.Sites.Select(s => CloudReport.Of(world, s))]), ControlJson.Readable.CloudList));
    }

    public ValueTask<Reply> MachinesAsync(HttpContext http)
    {
        ControlRequest request = ControlRequest.WithoutBody(http);
        return workspace.RunAsync(world => Refuse(world, request) ?? request.Close() ?? Reply.Ok(
            new CloudMachineList([.. MachinesAt(world, request).Select(m => CloudMachineReport.Of(world, m))]), ControlJson.Readable.CloudMachineList));
    }

    public ValueTask<Reply> MachineAsync(HttpContext http)
    {
        ControlRequest request = ControlRequest.WithoutBody(http);
        return workspace.RunAsync(world => OnMachine(world, request, machine => request.Close() ?? Answer(world, machine)));
    }

    public async ValueTask<Reply> ChangeMachineAsync(HttpContext http)
    {
        (ControlRequest? request, Reply? refusal) = await ControlRequest.ReadAsync(http);
        return request is null ? refusal! : await workspace.RunAsync(world => OnMachine(world, request, machine =>
        {
            MachinePatch patch = new(request.Body.Flag("poweredOn"), request.Body.PerSecond("changeRate", mayBeNone: true));
            return request.Close() ?? Answer(world, WorldControl.SetMachine(world, machine, patch));
        }));
    }

    private static Reply OnMachine(World world, ControlRequest request, Func<CloudMachine, Reply> work) =>
        Refuse(world, request) is { } refusal ? refusal
        : world.Cloud.FindMachine(request.Route("site"), request.Route("id")) is { } machine ? work(machine)
        : Reply.NotFound(
            $"There is no machine '{request.Route("id")}' in '{request.Route("site")}'.", MachinesAt(world, request).Take(MostNamed).Select(m => m.Id));

    private static Reply? Refuse(World world, ControlRequest request) => world.Cloud.FindSite(request.Route("site")) is null
        ? Reply.NotFound($"There is no cloud '{request.Route("site")}'.", world.Cloud.Sites.Select(s => s.Id))
        : null;

    private static IEnumerable<CloudMachine> MachinesAt(World world, ControlRequest request) =>
        world.Cloud.Machines.Where(m => m.Site == request.Route("site"));

    private static Reply Answer(World world, CloudMachine machine) =>
        Reply.Ok(CloudMachineReport.Of(world, machine), ControlJson.Readable.CloudMachineReport);
}
