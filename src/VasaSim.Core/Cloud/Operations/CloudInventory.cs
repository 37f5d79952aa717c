using System.Globalization;
using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Model;

namespace VasaSim.Core.Cloud.Operations;

/// <summary>The machines and vApps that come and go by replication.</summary>
internal static class CloudInventory
{
    // Far from the ids that labs use; a number that is in use is passed over.
    private const int FirstMoref = 1000;

    /// <summary>The next number to derive an id from.</summary>
    public static long NextNumber(World world)
    {
        Counters counters = world.Counters with { Cloud = world.Counters.Cloud + 1 };
        world.Put(counters);
        return counters.Cloud;
    }

    /// <summary>Makes a machine at the destination, in the vApp where those of its vApp are that were recovered before.</summary>
    /// <param name="world">The world.</param>
    /// <param name="replication">The replication.</param>
    /// <param name="used">The instance whose data it has.</param>
    /// <param name="state">The state that the recovery leads to: test copies keep to themselves.</param>
    /// <param name="powerOn">Whether the machine runs.</param>
    public static CloudRecovery Recover(World world, VmReplication replication, ReplicaInstance used, ReplicationState state, bool powerOn)
    {
        CloudMachine? source = world.Cloud.FindMachine(replication.Source.Site, replication.Machine);
        string? vapp = replication.Destination.Vdc is { } vdc ? VappOf(world, replication, vdc, state) : null;
        CloudMachine machine = new()
        {
            Id = vapp is null ? NextMoref(world, replication.Destination.Site) : NextId(world, "machine"),
            Name = replication.MachineName,
            Description = source?.Description ?? "",
            ComputerName = source?.ComputerName ?? replication.MachineName,
            Site = replication.Destination.Site,
            Vapp = vapp,
            PoweredOn = powerOn,
            Disks = [.. (source?.Disks ?? []).Where(d => !replication.Settings.ExcludedDisks.Contains(d.Key))],
            ChangeRate = source?.ChangeRate ?? 0,
            Ordinal = world.Cloud.Machines is [.., var last] ? last.Ordinal + 1 : 0,
        };
        world.Put(machine);
        if (vapp is null)
        {
            Register(world, machine);
        }

        return new CloudRecovery(vapp, machine.Id, used.Key, world.Now);
    }

    /// <summary>Deletes the machine of a test, and its vApp with the last one.</summary>
    public static void DiscardCopy(World world, VmReplication replication)
    {
        CloudRecovery copy = replication.Recovery!;
        if (world.Cloud.FindMachine(replication.Destination.Site, copy.Machine) is { } machine)
        {
            Remove(world, machine);
        }

        if (copy.Vapp is not null && world.Cloud.FindVapp(copy.Vapp) is { } vapp && world.Cloud.MachinesIn(vapp.Id).Count == 0)
        {
            world.Remove(vapp);
        }
    }

    /// <summary>Deletes a machine. What replicates it has nothing more to send; its vApp stays, even without machines.</summary>
    public static void Remove(World world, CloudMachine machine)
    {
        SetPower(world, machine, on: false);
        world.Remove(world.Cloud.FindMachine(machine.Site, machine.Id)!);
        if (machine.Vapp is null && world.FindVirtualMachine(machine.Id) is { } known && known.Site == VCenterOf(world, machine.Site))
        {
            world.Remove(known);
        }
    }

    /// <summary>Powers a machine on or off; nothing happens when it is so already.</summary>
    public static void SetPower(World world, CloudMachine machine, bool on)
    {
        if (machine.PoweredOn != on)
        {
            DataFlows.PutMachine(world, machine with { PoweredOn = on });
        }
    }

    private static string VappOf(World world, VmReplication replication, string vdc, ReplicationState state)
    {
        IEnumerable<string?> places = world.Cloud.ReplicationsIn(replication.VappReplication)
            .Where(r => r.Id != replication.Id)
            .Select(r => r.State == state ? r.Recovery?.Vapp : state == ReplicationState.FailedOver ? r.Source.Vapp : null);
        if (places.FirstOrDefault(v => v is not null && world.Cloud.FindVapp(v)?.Vdc == vdc) is { } found)
        {
            return found;
        }

        CloudVapp vapp = new()
        {
            Id = NextId(world, "vapp"),
            Name = world.Cloud.FindVappReplication(replication.VappReplication)!.Name,
            Vdc = vdc,
            Ordinal = world.Cloud.Vapps is [.., var last] ? last.Ordinal + 1 : 0,
        };
        world.Put(vapp);
        return vapp.Id;
    }

    private static string NextId(World world, string kind) =>
        DerivedId.Guid(string.Create(CultureInfo.InvariantCulture, $"{world.Info.Seed}|cloud|recovered-{kind}|{NextNumber(world)}")).ToString();

    private static string NextMoref(World world, string site)
    {
        string id;
        do
        {
            id = string.Create(CultureInfo.InvariantCulture, $"vm-{FirstMoref + NextNumber(world)}");
        }
        while (world.FindVirtualMachine(id) is not null || world.Cloud.FindMachine(site, id) is not null);
        return id;
    }

    // A machine of a vCenter is in that one's inventory too.
    private static void Register(World world, CloudMachine machine)
    {
        string site = VCenterOf(world, machine.Site);
        if (world.Hosts.FirstOrDefault(h => h.Site == site) is { } host && world.Datastores.FirstOrDefault(d => d.Site == site) is { } datastore)
        {
            world.Put(world.Sites.First(s => s.Id == site).Inventory.Place(new VirtualMachine
            {
                Id = machine.Id,
                Name = machine.Name,
                Site = site,
                InstanceUuid = DerivedId.Guid($"{world.Info.Seed}|cloud|instance-uuid|{machine.Key.Id}").ToString(),
                Host = host.Id,
                Datastore = datastore.Id,
                Ordinal = world.VirtualMachines.Select(m => m.Ordinal + 1).LastOrDefault(),
            }));
        }
    }

    private static string VCenterOf(World world, string cloudSite) => world.Cloud.FindSite(cloudSite)!.Site;
}
