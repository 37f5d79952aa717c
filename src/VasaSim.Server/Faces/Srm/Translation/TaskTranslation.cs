using System.Text.Json;
using System.Text.Json.Nodes;
using VasaSim.Core;
using VasaSim.Core.Faults;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Core.Tasks;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Translation;

/// <summary>Says tasks in the API's words.</summary>
internal static class TaskTranslation
{
    /// <summary>The task as it is now.</summary>
    public static TaskInfo ToWire(this ProtectionTask task, World world, DrIds ids)
    {
        ServiceTaskState state = task.StateAt(world.Now);
        string word = WordOf(task.Operation);
        return new TaskInfo
        {
            Id = ids.Task(task.Id, task.Site),
            Description = $"{char.ToUpperInvariant(word[0])}{word[1..]}",
            DescriptionId = $"dr.task.{task.Operation}",
            Entity = EntityOf(task, world, ids),
            EntityName = task.Machine is { } machine ? NameOf(task, world, machine) : task.GroupName,
            Status = state switch
            {
                ServiceTaskState.Queued => TaskStatusWord.Queued,
                ServiceTaskState.Running => TaskStatusWord.Running,
                ServiceTaskState.Success => TaskStatusWord.Success,
                _ => TaskStatusWord.Error,
            },
            Error = task.Error is { } error ? ErrorOf(error) : null,
            Result = state == ServiceTaskState.Success ? ResultOf(task, ids) : null,
            Progress = task.IsRunning ? task.PercentAt(world.Now) : 100,
            QueuedTime = task.Created.ToUnixTimeMilliseconds(),
            StartTime = state == ServiceTaskState.Queued ? null : task.Started.ToUnixTimeMilliseconds(),
            CompleteTime = task.Ended?.ToUnixTimeMilliseconds(),
        };
    }

    private static TaskError ErrorOf(Fault error)
    {
        if (error is ForeignFault asked)
        {
            return JsonSerializer.Deserialize(asked.Json, SrmJson.Newest.TaskError)!;
        }

        SrmFailure failure = error.ToFailure();
        return new TaskError(failure.Message, failure.Code);
    }

    // What adds datastores or looks for them is about none that was there.
    private static string? EntityOf(ProtectionTask task, World world, DrIds ids) => task.Operation switch
    {
        ProtectionOperation.CreateFolder or ProtectionOperation.RenameFolder or ProtectionOperation.DeleteFolder => ids.Folder(task.Group),
        ProtectionOperation.MoveItem when world.Recovery.FindGroup(task.Group) is null => ids.Folder(task.Group),
        ProtectionOperation.AddPlaceholderDatastores or ProtectionOperation.FindPlaceholderDatastores => null,
        ProtectionOperation.RemovePlaceholderDatastore => ids.InVcenter(DrIds.DatastoreType, task.Group, task.Site),
        _ when task.Machine is { } machine => ids.InVcenter(DrIds.MachineType, machine, world.Recovery.FindGroup(task.Group)?.ProtectedSite ?? task.Site),
        _ => ids.Group(task.Group),
    };

    private static string NameOf(ProtectionTask task, World world, string machine) =>
        task.Machines.FirstOrDefault(m => m.Id == machine)?.Name ?? world.FindVirtualMachine(machine)?.Name ?? machine;

    private static JsonNode? ResultOf(ProtectionTask task, DrIds ids) => task.Operation switch
    {
        ProtectionOperation.CreateGroup => ids.Group(task.Group),
        ProtectionOperation.CreateFolder => ids.Folder(task.Group),
        ProtectionOperation.FindPlaceholderDatastores => new JsonArray(
        [
            .. task.Found.Select(d => JsonSerializer.SerializeToNode(
                new SuitableDatastoreInfo(ids.InVcenter(DrIds.DatastoreType, d.Id, task.Site), d.IsPlaceholder), SrmJson.Newest.SuitableDatastoreInfo)),
        ]),
        _ => null,
    };

    private static string WordOf(ProtectionOperation operation) => operation switch
    {
        ProtectionOperation.CreateGroup => "create protection group",
        ProtectionOperation.ReconfigureGroup => "reconfigure protection group",
        ProtectionOperation.DeleteGroup => "delete protection group",
        ProtectionOperation.Configure or ProtectionOperation.ConfigureAll => "configure protection",
        ProtectionOperation.RemoveProtection => "remove protection",
        ProtectionOperation.RemoveFromGroup => "remove from protection group",
        ProtectionOperation.RestorePlaceholders => "restore placeholder",
        ProtectionOperation.CreateFolder => "create folder",
        ProtectionOperation.RenameFolder => "rename folder",
        ProtectionOperation.MoveItem => "move",
        ProtectionOperation.DeleteFolder => "delete folder",
        ProtectionOperation.AddPlaceholderDatastores => "add placeholder datastores",
        ProtectionOperation.RemovePlaceholderDatastore => "remove placeholder datastore",
        ProtectionOperation.FindPlaceholderDatastores => "query suitable datastores",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };
}
