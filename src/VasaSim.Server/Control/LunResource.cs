using VasaSim.Core;
using VasaSim.Core.Control;
using VasaSim.Core.Model;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>The LUNs of the arrays.</summary>
internal sealed class LunResource(Workspace workspace)
    : WorldResource<StorageLun, LunReport, LunList>(workspace, ControlJson.Readable.LunReport, ControlJson.Readable.LunList)
{
    protected override LunList List(World world, RequestQuery query) => new([.. world.Luns.Select(LunReport.Of)]);

    protected override StorageLun? Find(World world, ControlRequest request) => world.FindLun(request.Route("id"));

    protected override Reply Unknown(World world, ControlRequest request) =>
        Reply.NotFound($"There is no LUN '{request.Route("id")}'.", world.Luns.Select(l => l.Id));

    protected override LunReport Report(World world, StorageLun entity) => LunReport.Of(entity);

    protected override Reply Change(World world, StorageLun entity, ControlRequest request)
    {
        long? used = request.Body.Whole("usedInMB", 0, entity.CapacityInMB);
        return request.Close() ?? Answer(world, used is { } value ? WorldControl.FillLun(world, entity, value) : entity);
    }
}
