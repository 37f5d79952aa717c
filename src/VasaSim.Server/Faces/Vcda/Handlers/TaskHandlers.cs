using VasaSim.Core;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Tasks;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Rest;
using VasaSim.Server.Faces.Vcda.Operations;
using VasaSim.Server.Faces.Vcda.Translation;
using VasaSim.Server.Faces.Vcda.Wire;

namespace VasaSim.Server.Faces.Vcda.Handlers;

/// <summary>Asking for tasks. One is known wherever it runs; the list is of a site's.</summary>
internal static class TaskHandlers
{
    /// <summary>The list of tasks.</summary>
    public static Listing<CloudTask> Tasks { get; } = new(
        [
            Filter<CloudTask>.OneOf("ids", t => t.Id),
            Filter<CloudTask>.Same("resourceId", (t, _) => t.Replication),
            Filter<CloudTask>.OneOf("resourceType", TaskTranslation.ResourceTypeOf),
            new Filter<CloudTask>(
                new QueryParameter("state", QueryKind.Words, "QUEUED", "RUNNING", "SUCCEEDED", "FAILED"),
                (query, world) =>
                {
                    string[] wanted = query.Texts("state")!;
                    return task => wanted.Contains(TaskTranslation.StateOf(task, world).ToString(), StringComparer.OrdinalIgnoreCase);
                }),
            Filter<CloudTask>.After("startTimeAfter", t => t.Created),
            Filter<CloudTask>.Before("startTimeBefore", t => t.Created),
            Filter<CloudTask>.After("endTimeAfter", t => t.Ended),
            Filter<CloudTask>.Before("endTimeBefore", t => t.Ended),
            Filter<CloudTask>.Same("sourceOrg", (t, _) => t.SourceOrg).ForAdmins(),
            Filter<CloudTask>.Same("destinationOrg", (t, _) => t.DestinationOrg).ForAdmins(),
            Filter<CloudTask>.Same("user", (t, _) => t.User).ForAdmins(),
            Filter<CloudTask>.Same("operationID", (t, _) => t.OperationId),
        ],
        ("startTime", (t, _) => t.Created),
        ("endTime", (t, _) => t.Ended),
        ("user", (t, _) => t.User),
        ("state", (t, w) => TaskTranslation.StateOf(t, w)),
        ("resourceId", (t, _) => t.Replication),
        ("resourceName", (t, _) => t.ResourceName),
        ("resourceType", (t, _) => TaskTranslation.ResourceTypeOf(t)),
        ("sourceOrg", (t, _) => t.SourceOrg),
        ("destinationOrg", (t, _) => t.DestinationOrg),
        ("site", (t, _) => t.Site));

    public static Outcome Show(VcdaCall call, World world) =>
        TaskQueries.FindKnownCloud(world, call.Path["id"]) is { } task && IsVisible(call, task)
            ? Outcome.Result(((CloudTask)TaskControl.Asked(world, task)).ToWire(world, ReplicationQueryHandlers.TranslationFor(call, world)))
            : VcdaCall.Failed(ErrorCode.TaskNotFound, $"There is no task '{call.Path["id"]}'.", call.Path["id"]);

    public static Outcome List(VcdaCall call, World world)
    {
        ReplicationTranslation translation = ReplicationQueryHandlers.TranslationFor(call, world);
        CloudTask[] tasks = [.. TaskQueries.All(world).OfType<CloudTask>().Where(t => t.Site == call.Site && !t.Forgotten)];
        return Outcome.Result(Tasks.Page(call, world, tasks, t => IsVisible(call, t), t => t.ToWire(world, translation)));
    }

    private static bool IsVisible(VcdaCall call, CloudTask task) => call.Caller.SeesAll || task.User == call.Caller.User.Name;
}
