using VasaSim.Core;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Srm.Access;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>Asking for tasks. None of what is simulated starts one.</summary>
internal static class TaskHandlers
{
    public static Outcome List(SrmCall call, World world) => Listing.Answer(call, world, All(), SrmJson.Newest.TaskInfo);

    public static Outcome Show(SrmCall call, World world) => All().FirstOrDefault(t => t.Id == call.Path["taskId"]) is { } task
        ? call.Entity(task, world)
        : Outcome.Failed(Admission.NotFound("task", call.Path["taskId"]));

    private static IEnumerable<TaskInfo> All() => [];
}
