using VasaSim.Configuration.Texts;
using VasaSim.Core;
using VasaSim.Core.Cloud.Model;

namespace VasaSim.Server.Control;

/// <summary>A machine of a cloud.</summary>
public sealed record CloudMachineReport
{
    /// <summary>UUID in a cloud; the managed object id on-premises.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>The cloud.</summary>
    public required string Site { get; init; }

    /// <summary>The organization; null on-premises.</summary>
    public required string? Org { get; init; }

    /// <summary>The name of the virtual data center; null on-premises.</summary>
    public required string? Vdc { get; init; }

    /// <summary>The name of the vApp; null on-premises.</summary>
    public required string? Vapp { get; init; }

    /// <summary>Whether it runs.</summary>
    public required bool PoweredOn { get; init; }

    /// <summary>What it writes while it runs, such as <c>200KB/s</c>.</summary>
    public required string ChangeRate { get; init; }

    /// <summary>Bytes on all its disks.</summary>
    public required long DiskBytes { get; init; }

    /// <summary>The ids of the replications that it is the source of.</summary>
    public required IReadOnlyList<string> Replications { get; init; }

    internal static CloudMachineReport Of(World world, CloudMachine machine)
    {
        CloudVapp? vapp = machine.Vapp is { } id ? world.Cloud.FindVapp(id) : null;
        CloudVdc? vdc = vapp is null ? null : world.Cloud.FindVdc(vapp.Vdc);
        return new()
        {
            Id = machine.Id,
            Name = machine.Name,
            Site = machine.Site,
            Org = vdc?.Org,
            Vdc = vdc?.Name,
            Vapp = vapp?.Name,
            PoweredOn = machine.PoweredOn,
            ChangeRate = SizeText.FormatPerSecond(machine.ChangeRate),
            DiskBytes = machine.Disks.Sum(d => d.Bytes),
            Replications = [.. world.Cloud.ReplicationsOf(machine.Site, machine.Id).Select(r => r.Id)],
        };
    }
}

/// <summary>The machines of a cloud in inventory order.</summary>
public sealed record CloudMachineList(IReadOnlyList<CloudMachineReport> Machines);
