using VasaSim.Core;
using VasaSim.Core.Cloud.Model;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Vcda.Access;
using VasaSim.Server.Faces.Vcda.Operations;
using VasaSim.Server.Faces.Vcda.Translation;
using VasaSim.Server.Faces.Vcda.Wire;

namespace VasaSim.Server.Faces.Vcda.Handlers;

/// <summary>What there is at cloud sites. Whoever belongs to an organization is shown what is that organization's.</summary>
internal static class InventoryHandlers
{
    /// <summary>The organizations.</summary>
    public static Listing<string> Orgs { get; } = new([Filter<string>.Same("name", (o, _) => o)], ("name", (o, _) => o));

    /// <summary>The virtual data centers.</summary>
    public static Listing<CloudVdc> Vdcs { get; } = new(
        [Filter<CloudVdc>.Same("name", (v, _) => v.Name), Filter<CloudVdc>.Same("org", (v, _) => v.Org)], ("name", (v, _) => v.Name), ("org", (v, _) => v.Org));

    /// <summary>The networks of one.</summary>
    public static Listing<NamedId> Networks { get; } = new([Filter<NamedId>.Same("name", (n, _) => n.Name)], ("name", (n, _) => n.Name));

    /// <summary>The machines of clouds.</summary>
    public static Listing<CloudMachine> Machines { get; } = new(
        [
            Filter<CloudMachine>.Contains("name", m => m.Name),
            Filter<CloudMachine>.Same("vappId", (m, _) => m.Vapp),
            Filter<CloudMachine>.Same("vdcId", (m, w) => w.Cloud.FindVapp(m.Vapp!)?.Vdc),
        ],
        ("name", (m, _) => m.Name));

    /// <summary>The machines of a vCenter.</summary>
    public static Listing<CloudMachine> OnPremises { get; } = new([Filter<CloudMachine>.Contains("name", m => m.Name)], ("name", (m, _) => m.Name));

    /// <summary>The vApps.</summary>
    public static Listing<CloudVapp> Vapps { get; } = new(
        [Filter<CloudVapp>.Contains("name", v => v.Name), Filter<CloudVapp>.Same("vdcId", (v, _) => v.Vdc)], ("name", (v, _) => v.Name));

    public static Outcome ListOrgs(VcdaCall call, World world) => Outcome.Result(Orgs.Page(
        call, world, world.Cloud.FindSite(call.Site)!.Orgs, org => IsVisible(call, org), org => new OrgItem(org, call.Site)));

    public static Outcome ListVdcs(VcdaCall call, World world) => Outcome.Result(Vdcs.Page(
        call, world, world.Cloud.Vdcs, vdc => vdc.Site == call.Site && IsVisible(call, vdc.Org), vdc => new VdcItem(vdc.Id, vdc.Name, vdc.Org, vdc.Site)));

    public static Outcome ListStorageProfiles(VcdaCall call, World world) =>
        WithVdc(call, world, vdc => Outcome.Result((IReadOnlyList<NamedItem>)[.. vdc.StorageProfiles.Select(ItemOf)]));

    public static Outcome ListNetworks(VcdaCall call, World world) =>
        WithVdc(call, world, vdc => Outcome.Result(Networks.Page(call, world, vdc.Networks, null, ItemOf)));

    public static Outcome ListMachines(VcdaCall call, World world) => Outcome.Result(Machines.Page(
        call,
        world,
        world.Cloud.Machines,
        machine => machine.Site == call.Site && machine.Vapp is { } vapp && IsVisible(call, VdcOf(world, vapp).Org),
        machine => MachineOf(world, machine)));

    public static Outcome ListVapps(VcdaCall call, World world) => Outcome.Result(Vapps.Page(
        call,
        world,
        world.Cloud.Vapps,
        vapp => world.Cloud.FindVdc(vapp.Vdc) is { } vdc && vdc.Site == call.Site && IsVisible(call, vdc.Org),
        vapp => VappOf(world, vapp)));

    public static Outcome ListProviderVdcs(VcdaCall call, World world) => call.Caller.SeesAll
        ? Outcome.Result((IReadOnlyList<NamedItem>)[new NamedItem(InstanceIds.Of(world, $"provider-vdc|{call.Site}"), $"pvdc-{call.Site}")])
        : Outcome.Failed(Admission.Forbidden());

    public static Outcome ListDatastores(VcdaCall call, World world) => call.Caller.SeesAll
        ? Outcome.Result((IReadOnlyList<DatastoreItem>)
        [
            .. world.Datastores
                .Where(d => d.Site == world.Cloud.FindSite(call.Site)!.Site)
                .Select(d => new DatastoreItem(d.Id, d.Name, VcenterIds.InstanceOf(world, call.Site), d.Capacity, d.FreeSpace)),
        ])
        : Outcome.Failed(Admission.Forbidden());

    /// <summary>A machine on-premises as it is told.</summary>
    public static VcVmItem VcMachineOf(CloudMachine machine) =>
        new(machine.Id, machine.Name, machine.Description, machine.ComputerName, machine.PoweredOn, DisksOf(machine));

    private static bool IsVisible(VcdaCall call, string org) => call.Caller.SeesAll || call.Caller.IsOf(call.Site, org);

    private static CloudVdc VdcOf(World world, string vapp) => world.Cloud.FindVdc(world.Cloud.FindVapp(vapp)!.Vdc)!;

    private static Outcome WithVdc(VcdaCall call, World world, Func<CloudVdc, Outcome> answer)
    {
        string id = call.Path["vdcId"];
        return world.Cloud.FindVdc(id) is not { } vdc || vdc.Site != call.Site
            ? VcdaCall.Failed(ErrorCode.NotFound, $"There is no virtual data center '{id}' at the site '{call.Site}'.", id)
            : IsVisible(call, vdc.Org) ? answer(vdc) : Outcome.Failed(Admission.Forbidden());
    }

    private static VmItem MachineOf(World world, CloudMachine machine)
    {
        CloudVapp vapp = world.Cloud.FindVapp(machine.Vapp!)!;
        CloudVdc vdc = world.Cloud.FindVdc(vapp.Vdc)!;
        return new VmItem(
            machine.Id, machine.Name, machine.Description, machine.ComputerName, vapp.Id, vapp.Name, vdc.Id, vdc.Name, vdc.Org, machine.PoweredOn, DisksOf(machine));
    }

    private static VappItem VappOf(World world, CloudVapp vapp)
    {
        CloudVdc vdc = world.Cloud.FindVdc(vapp.Vdc)!;
        return new VappItem(
            vapp.Id, vapp.Name, vapp.Description, vdc.Id, vdc.Name, vdc.Org, [.. world.Cloud.MachinesIn(vapp.Id).Select(m => new NamedItem(m.Id, m.Name))]);
    }

    private static DiskItem[] DisksOf(CloudMachine machine) => [.. machine.Disks.Select(d => new DiskItem(d.Key, d.Bytes))];

    private static NamedItem ItemOf(NamedId item) => new(item.Id, item.Name);
}
