using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Queries;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Providers;

/// <summary>Which of two providers of one array answers, and when that changes.</summary>
public sealed class HighAvailabilityTests
{
    private static readonly TimeSpan _delay = TimeSpan.FromSeconds(30);

    [Fact]
    public void The_standby_says_who_is_active_for_which_domains()
    {
        TestWorld lab = new();

        InactiveProvider fault = Assert.IsType<InactiveProvider>(Query(lab, Inventory.A1Standby));

        ActiveProvider mapping = Assert.Single(fault.Mapping);
        Assert.Equal(Inventory.A1, mapping.Provider);
        Assert.Equal(["fd-a1"], mapping.FaultDomains);
    }

    [Fact]
    public void The_standby_refuses_tasks_too()
    {
        TestWorld lab = new();

        Assert.IsType<InactiveProvider>(lab.Start(lab.Command(ReplicationOperation.Sync, "fd-a1/rg-05-t") with { Provider = Inventory.A1Standby }).Fault);
    }

    [Theory]
    [InlineData(ProviderStatus.Offline)]
    [InlineData(ProviderStatus.Disconnected)]
    public void The_standby_takes_over_after_the_delay_and_not_before(ProviderStatus status)
    {
        TestWorld lab = new();
        lab.Patch(Inventory.A1, new() { Status = status });

        lab.Advance(_delay - TimeSpan.FromMilliseconds(1));
        Assert.IsType<ProviderUnavailable>(Query(lab, Inventory.A1));
        Assert.IsType<InactiveProvider>(Query(lab, Inventory.A1Standby));

        lab.Advance(TimeSpan.FromMilliseconds(1));
        Assert.IsType<ProviderUnavailable>(Query(lab, Inventory.A1));
        Assert.Null(Query(lab, Inventory.A1Standby));
        Assert.Equal(Inventory.A1Standby, ProviderDirectory.ActiveFor(lab.World, "fd-a1")!.Id);
    }

    [Fact]
    public void The_delay_is_a_knob()
    {
        TestWorld lab = new(new Knobs { FailoverDelay = TimeSpan.Zero });
        lab.Patch(Inventory.A1, new() { Status = ProviderStatus.Offline });

        Assert.Null(Query(lab, Inventory.A1Standby));
    }

    [Fact]
    public void A_task_that_loses_its_provider_fails_its_groups()
    {
        TestWorld lab = new(new Knobs { FailoverDelay = TimeSpan.Zero });
        ReplicationTask task = lab.Begin(lab.Command(ReplicationOperation.Sync, "fd-a1/rg-05-t"));

        lab.Patch(Inventory.A1, new() { Status = ProviderStatus.Offline });

        Assert.IsType<ProviderUnavailable>(Assert.IsType<GroupFailed>(Assert.Single(lab.End(task))).Error);
    }

    [Fact]
    public void The_preferred_provider_takes_the_array_back()
    {
        TestWorld lab = new();
        lab.Patch(Inventory.A1, new() { Status = ProviderStatus.Offline });
        lab.Advance(_delay);
        lab.Done<GroupSynced>(ReplicationOperation.Sync, "fd-a1/rg-05-t");
        lab.Patch(Inventory.A1, new() { Status = ProviderStatus.Online });

        Assert.Null(Query(lab, Inventory.A1));
        Assert.IsType<InactiveProvider>(Query(lab, Inventory.A1Standby));
    }

    [Fact]
    public void Silence_of_another_kind_is_still_the_same_silence()
    {
        TestWorld lab = new();
        lab.Patch(Inventory.A1, new() { Status = ProviderStatus.Offline });
        lab.Advance(_delay);
        lab.Patch(Inventory.A1, new() { Status = ProviderStatus.Disconnected });

        Assert.Null(Query(lab, Inventory.A1Standby));
    }

    [Fact]
    public void A_new_silence_has_its_delay_again()
    {
        TestWorld lab = new();
        lab.Patch(Inventory.A1, new() { Status = ProviderStatus.Offline });
        lab.Advance(_delay);
        lab.Patch(Inventory.A1, new() { Status = ProviderStatus.Online });
        lab.Patch(Inventory.A1, new() { Status = ProviderStatus.Offline });

        Assert.IsType<InactiveProvider>(Query(lab, Inventory.A1Standby));
    }

    [Fact]
    public void Other_patches_do_not_prolong_the_silence()
    {
        TestWorld lab = new();
        lab.Patch(Inventory.A1, new() { Status = ProviderStatus.Offline });
        lab.Advance(_delay);
        lab.Patch(Inventory.A1, new() { Status = ProviderStatus.Offline, Busy = true });

        Assert.Null(Query(lab, Inventory.A1Standby));
    }

    [Fact]
    public void When_all_are_silent_the_preferred_one_stays_active()
    {
        TestWorld lab = new();
        lab.Patch(Inventory.A1, new() { Status = ProviderStatus.Offline });
        lab.Patch(Inventory.A1Standby, new() { Status = ProviderStatus.Offline });
        lab.Advance(TimeSpan.FromDays(1));

        Assert.Equal(Inventory.A1, ProviderDirectory.ActiveFor(lab.World, "fd-a1")!.Id);
        Assert.IsType<ProviderUnavailable>(Query(lab, Inventory.A1Standby));
    }

    [Theory]
    [InlineData(200, 100, Inventory.A1)]
    [InlineData(100, 200, Inventory.A1Standby)]
    [InlineData(100, 100, Inventory.A1)]
    [InlineData(null, 1, Inventory.A1Standby)]
    public void The_higher_priority_is_preferred_and_the_earlier_registration_among_equals(int? first, int? second, string active)
    {
        TestWorld lab = new(change: e => e switch
        {
            Provider { Id: Inventory.A1 } p => p with { Priority = first },
            Provider { Id: Inventory.A1Standby } p => p with { Priority = second },
            _ => e,
        });

        Assert.Equal(active, ProviderDirectory.ActiveFor(lab.World, "fd-a1")!.Id);
    }

    [Fact]
    public void A_domain_without_an_array_has_no_other_provider()
    {
        TestWorld lab = new();
        lab.Patch(Inventory.Io, new() { Status = ProviderStatus.Offline });
        lab.Advance(TimeSpan.FromDays(1));

        Assert.Equal(Inventory.Io, ProviderDirectory.ActiveFor(lab.World, "fd-io-a")!.Id);
    }

    [Fact]
    public void A_provider_that_is_active_for_one_of_its_domains_refuses_only_the_others()
    {
        TestWorld lab = new(change: e => e is Provider { Id: Inventory.A1Standby } p ? p with { Arrays = [new("a1"), new("x1")] } : e);
        lab.World.Put(new FaultDomain { Id = "fd-x1", ArrayId = "x1", Ordinal = 9 });

        Assert.IsType<InactiveProvider>(Query(lab, Inventory.A1Standby, "fd-a1/rg-01"));
        Assert.Null(Query(lab, Inventory.A1Standby, "fd-x1/rg-01"));
        Assert.Null(Query(lab, Inventory.A1Standby));
    }

    [Fact]
    public void A_change_of_a_provider_that_is_rolled_back_never_was()
    {
        TestWorld lab = new(new Knobs { FailoverDelay = TimeSpan.Zero });
        lab.Patch(Inventory.A1, new() { Status = ProviderStatus.Offline });
        Assert.Null(Query(lab, Inventory.A1Standby));

        lab.World.Rollback();

        Assert.Null(Query(lab, Inventory.A1));
        Assert.IsType<InactiveProvider>(Query(lab, Inventory.A1Standby));
    }

    [Fact]
    public void A_domain_that_moves_to_another_array_is_found_there()
    {
        TestWorld lab = new();
        Assert.Equal(Inventory.B1, ProviderDirectory.ActiveFor(lab.World, "fd-n1")!.Id);

        lab.World.Put(lab.World.FindFaultDomain("fd-n1")! with { ArrayId = "a1" });

        Assert.Equal(Inventory.A1, ProviderDirectory.ActiveFor(lab.World, "fd-n1")!.Id);
        Assert.Contains(ProviderDirectory.DomainsOf(lab.World, lab.Provider(Inventory.A1)), d => d.Domain.Id == "fd-n1");
        Assert.DoesNotContain(ProviderDirectory.DomainsOf(lab.World, lab.Provider(Inventory.B1)), d => d.Domain.Id == "fd-n1");
    }

    private static Fault? Query(TestWorld lab, string provider, params string[] groups) =>
        ReplicationQueries.Groups(lab.World, lab.Provider(provider), "QueryReplicationGroup", [.. groups.Select(TestWorld.Id)]).Fault;
}
