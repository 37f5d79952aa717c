using Microsoft.AspNetCore.Http;
using VasaSim.Configuration.Texts;
using VasaSim.Core.Control;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Replicas;
using VasaSim.Core;
using VasaSim.Lab.Reading;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>The replicas of a group.</summary>
internal sealed class ReplicaResource(Workspace workspace)
{
    private const int DefaultLimit = 100;
    private const int MostAtOnce = 1_000_000;

    public ValueTask<Reply> ListAsync(HttpContext http)
    {
        ControlRequest request = ControlRequest.WithoutBody(http);
        int limit = (int)(request.Query.Whole("limit", 1, MostAtOnce) ?? DefaultLimit);
        return OnGroupAsync(request, (world, group) => request.Close() ?? Reply.Ok(List(world, group, limit), ControlJson.Readable.ReplicaList));
    }

    public async ValueTask<Reply> MakeAsync(HttpContext http)
    {
        (ControlRequest? request, Reply? refusal) = await ControlRequest.ReadAsync(http);
        if (request is null)
        {
            return refusal!;
        }

        string? name = request.Body.Text("name");
        if (name is null ? !request.Body.Has("name") : name.Length == 0 || !PlainText.IsLegal(name))
        {
            request.Body.Problem("name", name is null ? "name is missing" : "the text is not legal", PlainText.Legal);
        }

        return await OnGroupAsync(request, (world, group) =>
            request.Close()
            ?? (ReplicaControl.Make(world, group, name!).TryGet(out Replica? made, out Fault? fault)
                ? Answer(made)
                : Reply.Conflict($"No replica of {group.Id} can be made: {FaultWords.Of(fault)}.")));
    }

    public ValueTask<Reply> ExpireAsync(HttpContext http)
    {
        ControlRequest request = ControlRequest.WithoutBody(http);
        return OnGroupAsync(request, (world, group) => request.Close() ?? Expire(world, group, request.Route("replicaId")));
    }

    private static Reply Expire(World world, ReplicationGroup group, string id)
    {
        if (ReplicaCatalog.Find(world, group, id) is not { } replica)
        {
            return Reply.NotFound($"{group.Id} has no replica '{id}'.", List(world, group, DefaultLimit).Replicas.Select(r => r.Id));
        }

        return ReplicaControl.Expire(world, group, replica)
            ? Answer(replica)
            : Reply.Conflict(
                $"'{id}' was made by the schedule of {group.Id}. The array keeps the newest {group.Schedule!.Keep} of those; it goes by itself when newer ones come.");
    }

    private static ReplicaList List(World world, ReplicationGroup group, int limit)
    {
        IReadOnlyList<Replica> all = ReplicaCatalog.List(world, group);
        return new ReplicaList(all.Count, [.. all.Reverse().Take(limit).Select(ReplicaReport.Of)]);
    }

    private ValueTask<Reply> OnGroupAsync(ControlRequest request, Func<World, ReplicationGroup, Reply> work) => workspace.RunAsync(world =>
        GroupResource.FindGroup(world, request) is { } group ? work(world, group) : GroupResource.UnknownGroup(world, request));

    private static Reply Answer(Replica replica) => Reply.Ok(ReplicaReport.Of(replica), ControlJson.Readable.ReplicaReport);
}
