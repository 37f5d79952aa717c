using FsCheck;
using FsCheck.Fluent;
using VasaSim.Core.Control;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Recovery;

/// <summary>Whatever happens to the world in whatever order, no status lies.</summary>
public sealed class StatusLawsTests
{
    private static readonly (string Id, string Name)[] Machines = [(RecoveryWorld.Db, "db"), (RecoveryWorld.Web, "web")];

    private static readonly Action<RecoveryWorld, Random>[] Changes =
    [
        (l, r) => l.Advance(TimeSpan.FromMilliseconds(r.Next(1500))),
        (l, r) => l.Call(ProtectionOperation.ConfigureAll),
        (l, r) => l.Call(ProtectionOperation.RestorePlaceholders),
        (l, r) => l.Call(ProtectionOperation.RemoveProtection, Any(r)),
        (l, r) => l.Call(ProtectionOperation.Configure, Any(r), Configuration(r)),
        (l, r) => RecoveryControl.DeletePlaceholder(l.World, l.Group.Id, Any(r)),
        (l, r) => RecoveryControl.Load(l.World, l.Group, TimeSpan.FromMilliseconds(r.Next(2) * 500)),
        (l, r) => Toggle(l, Any(r)),
        (l, r) => Change(l, Any(r), new InventoryPatch { UnreplicatedDisks = r.Next(2) == 0 ? [] : ["Hard disk 3"] }),
        (l, r) => Toggle(l, RecoveryWorld.Mappings[r.Next(RecoveryWorld.Mappings.Count)]),
        (l, r) => Toggle(l, (MappingKind.Folder, "folder-a", "folder-b2")),
        (l, r) => { _ = InventoryMappings.RemovePlaceholderDatastore(l.World, "datastore-61") ?? InventoryMappings.AddPlaceholderDatastore(l.World, r.Next(3) == 0 ? "nowhere" : "datastore-61"); },
        (l, r) => l.Provider(Inventory.B1, new ProviderPatch { Busy = r.Next(3) == 0, Status = r.Next(4) == 0 ? ProviderStatus.Offline : ProviderStatus.Online }),
        (l, r) => l.Link("fd-a1", "fd-b1", r.Next(2) == 0),
        (l, r) => Group(l, "fd-a1/rg-01", g => g with { State = r.Next(3) == 0 ? ReplicationState.RemoteFailedOver : ReplicationState.Source }),
        (l, r) => Group(l, "fd-b1/rg-01-t", g => g with { State = r.Next(3) == 0 ? ReplicationState.InTest : ReplicationState.Target }),
        (l, r) => Group(l, "fd-b1/rg-01-t", g => g with { Members = [.. g.Members.Select(m => m with { Copied = r.Next(9) > 0 })] }),
        (l, r) => Group(l, "fd-a1/rg-01", g => g with { Members = [.. g.Members.Select((m, i) => m with { Vm = r.Next(4) == 0 ? "db" : i < 3 ? "db" : "web" })] }),
        (l, r) => Toggle(l),
    ];

    [Fact]
    public void No_status_lies()
    {
        HashSet<ProtectionStatus> seen = [];
        Prop.ForAll<int>(seed =>
        {
            Random random = new(seed);
            RecoveryWorld lab = RecoveryWorld.With(ReplicationKind.Vvol);
            for (int step = 0; step < 60; step++)
            {
                Changes[random.Next(Changes.Length)](lab, random);
                foreach (DescribedMember member in RecoveryQueries.Members(lab.World, lab.Group))
                {
                    (string id, string name) = Machines.Single(m => m.Id == member.Machine.Id || m.Name == member.Machine.Id);
                    Assert.Equal(NaiveStatus.Of(lab.World, lab.Group, id, name), member.Status.Status);
                    seen.Add(member.Status.Status);
                }
            }
        }).QuickCheckThrowOnFailure();
        Assert.Superset(Enum.GetValues<ProtectionStatus>().Where(s => s is not (ProtectionStatus.AbrConfigurationError
            or ProtectionStatus.ReplicationError or ProtectionStatus.ReplicationWarning)).ToHashSet(), seen);
    }

    private static string Any(Random random) => Machines[random.Next(2)].Id;

    private static ConfigureCommand Configuration(Random random) => new()
    {
        Version = random.Next(1, 4),
        Settings = random.Next(2) == 0 ? new() : new() { Folder = "folder-b", Networks = new Dictionary<string, string> { ["net-a"] = "test-b" } },
    };

    private static void Change(RecoveryWorld lab, string machine, InventoryPatch patch)
    {
        if (lab.World.FindVirtualMachine(machine) is not null)
        {
            lab.Patch(patch, machine);
        }
    }

    private static void Group(RecoveryWorld lab, string id, Func<ReplicationGroup, ReplicationGroup> change)
    {
        if (lab.World.FindGroup(TestWorld.Id(id)) is { } group)
        {
            lab.World.Put(change(group));
        }
    }

    private static void Toggle(RecoveryWorld lab, string machine)
    {
        if (lab.World.FindVirtualMachine(machine) is { } there)
        {
            RecoveryControl.DeleteMachine(lab.World, there);
        }
        else
        {
            int at = Array.FindIndex(Machines, m => m.Id == machine);
            lab.World.Put(RecoveryWorld.MachineOf(machine, Machines[at].Name, "datastore-21", at));
        }
    }

    private static void Toggle(RecoveryWorld lab, (MappingKind Kind, string From, string To) mapping)
    {
        if (lab.World.Recovery.FindMapping(mapping.Kind, mapping.From, "B") is { } there)
        {
            InventoryMappings.Delete(lab.World, there.Id);
        }
        else
        {
            lab.Map(mapping.Kind, mapping.From, mapping.To);
        }
    }

    private static void Toggle(RecoveryWorld lab)
    {
        GroupId target = TestWorld.Id("fd-b1/rg-01-t");
        if (lab.World.FindGroup(target) is { } there)
        {
            lab.World.Remove(there);
        }
        else
        {
            lab.World.Put(RecoveryWorld.With(ReplicationKind.Vvol).World.FindGroup(target)!);
        }
    }
}
