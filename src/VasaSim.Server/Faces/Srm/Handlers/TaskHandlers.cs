using VasaSim.Core;
using VasaSim.Core.Recovery;
using VasaSim.Core.Tasks;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Srm.Access;
using VasaSim.Server.Faces.Srm.Translation;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>Asking for tasks. One is known at both sites; the list is of those that run at the one that answers.</summary>
internal static class TaskHandlers
{
    public static Outcome List(SrmCall call, World world) => Listing.Answer(
        call,
        world,
        TaskQueries.All(world).OfType<RecoveryTask>().Where(t => t.Site == call.Scope.Here.Name && !t.Forgotten).Select(t => t.ToWire(world, call.Ids)),
        SrmJson.Newest.TaskInfo);

    public static Outcome Show(SrmCall call, World world)
    {
        string id = call.Path["taskId"];
        return call.Ids.Read(DrIds.TaskType, id) is { } known && TaskQueries.FindKnownRecovery(world, known) is { } task
            ? call.Entity(((RecoveryTask)TaskControl.Asked(world, task)).ToWire(world, call.Ids), world)
            : Outcome.Failed(Admission.NotFound("task", id));
    }
}
