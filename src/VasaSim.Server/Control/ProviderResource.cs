using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VasaSim.Core;
using VasaSim.Core.Control;
using VasaSim.Core.Model;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>The providers.</summary>
internal sealed class ProviderResource(Workspace workspace)
{
    public async ValueTask<Reply> ListAsync(HttpContext http) => Reply.Ok(
        await workspace.RunAsync(static world => new ProviderList([.. world.Providers.Select(p => ProviderReport.Of(world, p))])),
        ControlJson.Readable.ProviderList);

    public ValueTask<Reply> ShowAsync(HttpContext http) => workspace.RunAsync(IdOf(http), static (world, id) =>
        world.FindProvider(id) is { } provider ? Answer(world, provider) : Unknown(world, id));

    public async ValueTask<Reply> ChangeAsync(HttpContext http)
    {
        (JsonBody? body, Reply? refusal) = await RequestBody.ReadAsync(http);
        if (body is null)
        {
            return refusal!;
        }

        ProviderChange change = ProviderChange.Read(body);
        return await workspace.RunAsync((Id: IdOf(http), Change: change, body.Problems), static (world, s) =>
        {
            if (world.FindProvider(s.Id) is not { } provider)
            {
                return Unknown(world, s.Id);
            }

            return s.Problems.Count > 0
                ? Reply.Invalid(s.Problems)
                : Answer(world, WorldControl.SetProvider(world, provider, s.Change.For(provider)));
        });
    }

    private static string IdOf(HttpContext http) => (string)http.GetRouteValue("id")!;

    private static Reply Unknown(World world, string id) =>
        Reply.NotFound($"There is no provider '{id}'.", world.Providers.Select(p => p.Id));

    private static Reply Answer(World world, Provider provider) =>
        Reply.Ok(ProviderReport.Of(world, provider), ControlJson.Readable.ProviderReport);
}
