using System.Text.Json;
using System.Text.Json.Nodes;
using VasaSim.Core;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Translation;

/// <summary>Says what tasks about protection groups, machines, folders and placeholder datastores do.</summary>
internal static class ProtectionTaskSubject
{
    /// <summary>What a task does.</summary>
    public static TaskSubject Of(ProtectionTask task, World world, DrIds ids) => new(
        task.Operation.ToString(),
        WordOf(task.Operation),
        EntityOf(task, world, ids),
        task.Machine is { } machine ? NameOf(task, world, machine) : task.GroupName,
        ResultOf(task, ids));

    // What adds datastores or looks for them is about none that was there.
    private static string? EntityOf(ProtectionTask task, World world, DrIds ids) => task.Operation switch
    {
        ProtectionOperation.CreateFolder or ProtectionOperation.RenameFolder or ProtectionOperation.DeleteFolder => ids.Folder(task.Group),
        ProtectionOperation.MoveItem when world.Recovery.FindPlan(task.Group) is not null => ids.Plan(task.Group),
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
