using System.Text.Json;
using Microsoft.AspNetCore.Http;
using VasaSim.Core;
using VasaSim.Core.Control;
using VasaSim.Core.Model;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>The machines of the sites' vCenters.</summary>
internal sealed class MachineResource(Workspace workspace)
    : WorldResource<VirtualMachine, MachineReport, MachineList>(workspace, ControlJson.Readable.MachineReport, ControlJson.Readable.MachineList)
{
    private const int MostNamed = 100;

    private readonly Workspace _workspace = workspace;

    public ValueTask<Reply> DeleteAsync(HttpContext http)
    {
        ControlRequest request = ControlRequest.WithoutBody(http);
        return _workspace.RunAsync(world => Find(world, request) is { } machine ? request.Close() ?? Delete(world, machine) : Unknown(world, request));
    }

    protected override MachineList List(World world, RequestQuery query)
    {
        string? site = query.Word("site", [.. world.Sites.Select(s => s.Id)]);
        ILookup<string, string> protecting = MachineReport.Protecting(world);
        return new([.. world.VirtualMachines.Where(m => site is null || m.Site == site).Select(m => MachineReport.Of(m, protecting))]);
    }

    protected override VirtualMachine? Find(World world, ControlRequest request) => world.FindVirtualMachine(request.Route("id"));

    protected override Reply Unknown(World world, ControlRequest request) =>
        Reply.NotFound($"There is no machine '{request.Route("id")}'.", world.VirtualMachines.Take(MostNamed).Select(m => m.Id));

    protected override MachineReport Report(World world, VirtualMachine entity) => MachineReport.Of(world, entity);

    protected override Reply Change(World world, VirtualMachine entity, ControlRequest request)
    {
        SiteInventory inventory = world.Sites.Single(s => s.Id == entity.Site).Inventory;
        InventoryPatch patch = new()
        {
            Folder = Piece(request.Body, "folder", Ids(inventory.Folders)),
            ResourcePool = Piece(request.Body, "resourcePool", Ids(inventory.ResourcePools)),
            Networks = request.Body.Words("networks", Ids(inventory.Networks)),
            StoragePolicy = Piece(request.Body, "storagePolicy", Ids(inventory.StoragePolicies)),
            Datastore = Piece(request.Body, "datastore", [.. world.Datastores.Where(d => d.Site == entity.Site).Select(d => d.Id)]),
            UnreplicatedDisks = Disks(request.Body),
        };
        return request.Close() ?? Answer(world, RecoveryControl.SetMachine(world, entity, patch));
    }

    private static Reply Delete(World world, VirtualMachine machine)
    {
        MachineReport report = MachineReport.Of(world, machine);
        RecoveryControl.DeleteMachine(world, machine);
        return Reply.Ok(report, ControlJson.Readable.MachineReport);
    }

    private static string[] Ids(IEnumerable<InventoryObject> pieces) => [.. pieces.Select(p => p.Id)];

    private static string? Piece(JsonBody body, string key, IReadOnlyList<string> ids) =>
        body.Choice(key, [.. ids.Select((id, index) => (id, index))]) is { } at ? ids[at] : null;

    private static IReadOnlyList<string>? Disks(JsonBody body)
    {
        const string Key = "unreplicatedDisks";
        if (body.Value(Key) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(d => d.ValueKind == JsonValueKind.String && d.GetString()!.Length > 0))
        {
            return [.. value.EnumerateArray().Select(d => d.GetString()!)];
        }

        body.Problem(Key, $"{JsonBody.Describe(value)} is not legal", "a list of labels, such as [\"Hard disk 3\"]");
        return null;
    }
}
