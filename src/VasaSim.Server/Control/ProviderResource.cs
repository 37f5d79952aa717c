using VasaSim.Core;
using VasaSim.Core.Control;
using VasaSim.Core.Model;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>The providers.</summary>
internal sealed class ProviderResource(Workspace workspace)
    : WorldResource<Provider, ProviderReport, ProviderList>(workspace, ControlJson.Readable.ProviderReport, ControlJson.Readable.ProviderList)
{
    protected override ProviderList List(World world, RequestQuery query) => new([.. world.Providers.Select(p => ProviderReport.Of(world, p))]);

    protected override Provider? Find(World world, ControlRequest request) => world.FindProvider(request.Route("id"));

    protected override Reply Unknown(World world, ControlRequest request) =>
        Reply.NotFound($"There is no provider '{request.Route("id")}'.", world.Providers.Select(p => p.Id));

    protected override ProviderReport Report(World world, Provider entity) => ProviderReport.Of(world, entity);

    protected override Reply Change(World world, Provider entity, ControlRequest request)
    {
        ProviderPatch patch = ProviderChange.Read(request.Body, entity);
        return request.Close() ?? Answer(world, WorldControl.SetProvider(world, entity, patch));
    }
}
