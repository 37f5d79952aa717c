using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VasaSim.Core;
using VasaSim.Core.Control;
using VasaSim.Core.Model;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>The LUNs of the arrays.</summary>
internal sealed class LunResource(Workspace workspace)
{
    public async ValueTask<Reply> ListAsync(HttpContext http) => Reply.Ok(
        await workspace.RunAsync(static world => new LunList([.. world.Luns.Select(LunReport.Of)])), ControlJson.Readable.LunList);

    public ValueTask<Reply> ShowAsync(HttpContext http) => workspace.RunAsync(IdOf(http), static (world, id) =>
        world.FindLun(id) is { } lun ? Answer(lun) : Unknown(world, id));

    public async ValueTask<Reply> ChangeAsync(HttpContext http)
    {
        (JsonBody? body, Reply? refusal) = await RequestBody.ReadAsync(http);
        return body is null
            ? refusal!
            : await workspace.RunAsync((Id: IdOf(http), Body: body), static (world, s) =>
            {
                if (world.FindLun(s.Id) is not { } lun)
                {
                    return Unknown(world, s.Id);
                }

                long? used = s.Body.Whole("usedInMB", 0, lun.CapacityInMB);
                s.Body.Close();
                return s.Body.Problems.Count > 0
                    ? Reply.Invalid(s.Body.Problems)
                    : Answer(used is { } value ? WorldControl.FillLun(world, lun, value) : lun);
            });
    }

    private static string IdOf(HttpContext http) => (string)http.GetRouteValue("id")!;

    private static Reply Unknown(World world, string id) => Reply.NotFound($"There is no LUN '{id}'.", world.Luns.Select(l => l.Id));

    private static Reply Answer(StorageLun lun) => Reply.Ok(LunReport.Of(lun), ControlJson.Readable.LunReport);
}
