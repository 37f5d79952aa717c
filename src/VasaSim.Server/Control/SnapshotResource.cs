using Microsoft.AspNetCore.Http;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>The worlds that a tester kept.</summary>
internal sealed class SnapshotResource(Workspace workspace, SnapshotShelf shelf, TimeProvider time)
{
    public async ValueTask<Reply> ListAsync(HttpContext http) => ControlRequest.WithoutBody(http).Close()
        ?? Reply.Ok(new SnapshotList([.. (await shelf.ListAsync()).Select(SnapshotReport.Of)]), ControlJson.Readable.SnapshotList);

    public async ValueTask<Reply> MakeAsync(HttpContext http)
    {
        (ControlRequest? request, Reply? refusal) = await ControlRequest.ReadAsync(http);
        if (request is null)
        {
            return refusal!;
        }

        string? name = request.Body.Text("name");
        if (name is not null && !SnapshotShelf.IsLegalName(name))
        {
            request.Body.Problem("name", $"'{name}' is not legal", SnapshotShelf.LegalName);
        }

        if (request.Close() is { } invalid)
        {
            return invalid;
        }

        (Snapshot? made, string? conflict) = await shelf.MakeAsync(name);
        return made is null ? Reply.Conflict(conflict!) : Answer(made);
    }

    public async ValueTask<Reply> RestoreAsync(HttpContext http)
    {
        (ControlRequest? request, Reply? refusal) = await ControlRequest.ReadAsync(http);
        if ((refusal ?? request!.Close()) is { } invalid)
        {
            return invalid;
        }

        long begin = time.GetTimestamp();
        if (await shelf.RestoreAsync(request!.Route("name")) is not { } snapshot)
        {
            return await UnknownAsync(request);
        }

        if (snapshot.Problem is { } problem)
        {
            return Reply.Conflict($"The snapshot '{snapshot.Name}' cannot be restored: {problem}");
        }

        TimeSpan took = time.GetElapsedTime(begin);
        ClockReport clock = await workspace.RunAsync(static world => ClockReport.Of(world.Clock, world.Now));
        return Reply.Ok(
            new RestoreReport(SnapshotReport.Of(snapshot), (long)took.TotalMilliseconds, clock), ControlJson.Readable.RestoreReport);
    }

    public async ValueTask<Reply> ForgetAsync(HttpContext http)
    {
        ControlRequest request = ControlRequest.WithoutBody(http);
        return request.Close()
            ?? (await shelf.ForgetAsync(request.Route("name")) is { } forgotten ? Answer(forgotten) : await UnknownAsync(request));
    }

    private async Task<Reply> UnknownAsync(ControlRequest request) => Reply.NotFound(
        $"There is no snapshot '{request.Route("name")}'.", (await shelf.ListAsync()).Select(s => s.Name));

    private static Reply Answer(Snapshot snapshot) => Reply.Ok(SnapshotReport.Of(snapshot), ControlJson.Readable.SnapshotReport);
}
