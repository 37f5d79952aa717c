using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VasaSim.Core;
using VasaSim.Core.Control;
using VasaSim.Core.Model;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>The links between fault domains.</summary>
internal sealed class LinkResource(Workspace workspace)
{
    public async ValueTask<Reply> ListAsync(HttpContext http) => Reply.Ok(
        await workspace.RunAsync(static world => new LinkList([.. world.Links.Select(LinkReport.Of)])),
        ControlJson.Readable.LinkList);

    public ValueTask<Reply> ShowAsync(HttpContext http)
    {
        (string a, string b) = EndsOf(http);
        return workspace.RunAsync((a, b), static (world, ends) =>
            Refuse(world, ends.a, ends.b) ?? Answer(Find(world, ends.a, ends.b)));
    }

    public async ValueTask<Reply> ChangeAsync(HttpContext http)
    {
        (string a, string b) = EndsOf(http);
        (JsonBody? body, Reply? refusal) = await RequestBody.ReadAsync(http);
        if (body is null)
        {
            return refusal!;
        }

        bool? up = body.Flag("up");
        TimeSpan? lag = body.Duration("lag");
        bool unlimited = body.IsNull("bandwidth");
        LinkPatch patch = new(up, lag, unlimited ? null : body.PerSecond("bandwidth"), unlimited);
        body.Close();
        return await workspace.RunAsync((a, b, patch, body.Problems), static (world, change) =>
            Refuse(world, change.a, change.b)
            ?? (change.Problems.Count > 0 ? Reply.Invalid(change.Problems) : Answer(WorldControl.SetLink(world, change.a, change.b, change.patch))));
    }

    private static (string A, string B) EndsOf(HttpContext http) =>
        ((string)http.GetRouteValue("a")!, (string)http.GetRouteValue("b")!);

    private static Reply? Refuse(World world, string a, string b)
    {
        string[] unknown = [.. new[] { a, b }.Where(end => world.FindFaultDomain(end) is null).Distinct()];
        if (unknown.Length == 0 && a != b)
        {
            return null;
        }

        string detail = unknown.Length == 0
            ? $"A link has two ends; '{a}' is not linked to itself."
            : $"There is no fault domain {string.Join(" and no ", unknown.Select(end => $"'{end}'"))}.";
        return Reply.NotFound(detail, world.FaultDomains.Select(d => d.Id));
    }

    // Two domains that nothing was said of are linked, without lag or limit.
    private static Link Find(World world, string a, string b)
    {
        (string first, string second) = Link.Order(a, b);
        return world.FindLink(a, b) ?? new Link { A = first, B = second };
    }

    private static Reply Answer(Link link) => Reply.Ok(LinkReport.Of(link), ControlJson.Readable.LinkReport);
}
