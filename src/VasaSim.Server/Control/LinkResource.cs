using VasaSim.Core;
using VasaSim.Core.Control;
using VasaSim.Core.Model;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>The links between fault domains.</summary>
internal sealed class LinkResource(Workspace workspace)
    : WorldResource<Link, LinkReport, LinkList>(workspace, ControlJson.Readable.LinkReport, ControlJson.Readable.LinkList)
{
    protected override LinkList List(World world, RequestQuery query) => new([.. world.Links.Select(LinkReport.Of)]);

    // Two domains that nothing was said of are linked, without lag or limit.
    protected override Link? Find(World world, ControlRequest request)
    {
        (string a, string b) = Link.Order(request.Route("a"), request.Route("b"));
        return a == b || UnknownEnds(world, a, b).Any() ? null : world.FindLink(a, b) ?? new Link { A = a, B = b };
    }

    protected override Reply Unknown(World world, ControlRequest request)
    {
        string[] unknown = [.. UnknownEnds(world, request.Route("a"), request.Route("b"))];
        string detail = unknown.Length == 0
            ? $"A link has two ends; '{request.Route("a")}' is not linked to itself."
            : $"There is no fault domain {string.Join(" and no ", unknown.Select(end => $"'{end}'"))}.";
        return Reply.NotFound(detail, world.FaultDomains.Select(d => d.Id));
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

    private static IEnumerable<string> UnknownEnds(World world, string a, string b) =>
        new[] { a, b }.Where(end => world.FindFaultDomain(end) is null).Distinct();
}
