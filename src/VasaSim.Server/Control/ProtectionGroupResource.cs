using Microsoft.AspNetCore.Http;
using VasaSim.Core;
using VasaSim.Core.Control;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>The protection groups, each by its id or its name.</summary>
internal sealed class ProtectionGroupResource(Workspace workspace)
{
    private const int MostNamed = 100;

    public ValueTask<Reply> ListAsync(HttpContext http)
    {
        ControlRequest request = ControlRequest.WithoutBody(http);
        return workspace.RunAsync(world => request.Close() ?? Reply.Ok(
            new ProtectionGroupList([.. RecoveryQueries.Groups(world).Select(g => ProtectionGroupReport.Of(world, g))]),
            ControlJson.Readable.ProtectionGroupList));
    }

    public ValueTask<Reply> ShowAsync(HttpContext http)
    {
        ControlRequest request = ControlRequest.WithoutBody(http);
        return workspace.RunAsync(world => OnGroup(world, request, group => request.Close() ?? Answer(world, group)));
    }

    public async ValueTask<Reply> LoadAsync(HttpContext http)
    {
        (ControlRequest? request, Reply? refusal) = await ControlRequest.ReadAsync(http);
        return request is null ? refusal! : await workspace.RunAsync(world => OnGroup(world, request, group =>
        {
            request.Body.Require("for", "a duration such as 30s");
            TimeSpan? time = request.Body.Duration("for");
            return request.Close() ?? Answer(world, RecoveryControl.Load(world, group, time!.Value));
        }));
    }

    public ValueTask<Reply> DeletePlaceholderAsync(HttpContext http)
    {
        ControlRequest request = ControlRequest.WithoutBody(http);
        return workspace.RunAsync(world => OnGroup(world, request, group => request.Close() ?? DeletePlaceholder(world, group, request.Route("machine"))));
    }

    private static Reply DeletePlaceholder(World world, ProtectionGroup group, string machine) =>
        RecoveryControl.DeletePlaceholder(world, group.Id, machine) is null ? Answer(world, group) : Reply.NotFound(
            $"'{group.Name}' does not protect a machine '{machine}'.", world.Recovery.ProtectionsOf(group.Id).Take(MostNamed).Select(p => p.Machine));

    private static Reply OnGroup(World world, ControlRequest request, Func<ProtectionGroup, Reply> work)
    {
        string id = request.Route("id");
        return (world.Recovery.FindGroup(id) ?? world.Recovery.Groups.FirstOrDefault(g => g.Name == id)) is { } group
            ? work(group)
            : Reply.NotFound($"There is no protection group '{id}'.", world.Recovery.Groups.Take(MostNamed).Select(g => g.Name));
    }

    private static Reply Answer(World world, ProtectionGroup group) =>
        Reply.Ok(ProtectionGroupReport.WithMembers(world, group), ControlJson.Readable.ProtectionGroupReport);
}
