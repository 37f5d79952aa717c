using VasaSim.Core;
using VasaSim.Core.Control;
using VasaSim.Core.Model;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>The links between fault domains and between clouds.</summary>
internal sealed class LinkResource(Workspace workspace)
    : WorldResource<Link, LinkReport, LinkList>(workspace, ControlJson.Readable.LinkReport, ControlJson.Readable.LinkList)
{
    protected override LinkList List(World world, RequestQuery query) => new([.. world.Links.Select(LinkReport.Of)]);

    // Two ends that nothing was said of are linked, without lag or limit.
    protected override Link? Find(World world, ControlRequest request)
    {
        (string a, string b) = Link.Order(request.Route("a"), request.Route("b"));
        return a == b || !world.CanBeLinked(a, b) ? null : world.FindLink(a, b) ?? new Link { A = a, B = b };
    }

    protected override Reply Unknown(World world, ControlRequest request)
    {
        (string a, string b) = (request.Route("a"), request.Route("b"));
        string[] ends = [.. world.FaultDomains.Select(d => d.Id), .. world.Cloud.Sites.Select(s => s.Id)];
        string[] unknown = [.. new[] { a, b }.Except(ends)];
        string detail = unknown.Length > 0 ? $"There is no fault domain or cloud {string.Join(" and no ", unknown.Select(end => $"'{end}'"))}."
            : a == b ? $"A link has two ends; '{a}' is not linked to itself."
            : $"Of '{a}' and '{b}' one is a fault domain and the other a cloud; nothing passes between them.";
        return Reply.NotFound(detail, ends);
    }

    protected override LinkReport Report(World world, Link entity) => LinkReport.Of(entity);

    protected override Reply Change(World world, Link entity, ControlRequest request)
    {
        bool? up = request.Body.Flag("up");
        TimeSpan? lag = request.Body.Duration("lag");
        bool unlimited = request.Body.IsNull("bandwidth");
        LinkPatch patch = new(up, lag, unlimited ? null : request.Body.PerSecond("bandwidth"), unlimited);
        return request.Close() ?? Answer(world, WorldControl.SetLink(world, entity.A, entity.B, patch));
    }
}
