using Microsoft.AspNetCore.Http;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>The replications between clouds.</summary>
internal sealed class CloudReplicationResource(Workspace workspace)
{
    private const int MostNamed = 100;

    public ValueTask<Reply> ListAsync(HttpContext http)
    {
        ControlRequest request = ControlRequest.WithoutBody(http);
        return workspace.RunAsync(world => request.Close() ?? Reply.Ok(
            new CloudReplicationList([.. world.Cloud.Replications.Select(r => CloudReplicationReport.Of(world, r))]),
            ControlJson.Readable.CloudReplicationList));
    }

    public ValueTask<Reply> ShowAsync(HttpContext http)
    {
        ControlRequest request = ControlRequest.WithoutBody(http);
        return workspace.RunAsync(world => world.Cloud.FindReplication(request.Route("id")) is { } replication
            ? request.Close() ?? Reply.Ok(CloudReplicationReport.WithInstances(world, replication), ControlJson.Readable.CloudReplicationReport)
            : Reply.NotFound($"There is no replication '{request.Route("id")}'.", world.Cloud.Replications.Take(MostNamed).Select(r => r.Id)));
    }
}
