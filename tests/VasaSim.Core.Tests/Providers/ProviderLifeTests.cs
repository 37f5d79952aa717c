using VasaSim.Core.Certificates;
using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Providers;

/// <summary>How providers come, change and go.</summary>
public sealed class ProviderLifeTests
{
    [Fact]
    public void A_registration_connects_first_and_then_syncs()
    {
        LifeWorld life = new();
        ProviderTask task = ProviderTasks.Register(life.World, LifeWorld.Spec(life.World));

        life.AdvanceTo(TimeSpan.FromSeconds(2) - TimeSpan.FromMilliseconds(1));
        Assert.Null(life.World.FindProvider("vasaProvider-3"));
        life.AdvanceTo(TimeSpan.FromSeconds(2));
        Assert.Equal((ProviderStatus.Connected, null), (life.Find("vasaProvider-3").Status, life.Find("vasaProvider-3").LastSync));
        Assert.True(life.Task(task.Id).IsRunning);
        life.AdvanceTo(TimeSpan.FromSeconds(3));

        Assert.Equal((ProviderStatus.Online, LifeWorld.T0.AddSeconds(3)), (life.Find("vasaProvider-3").Status, life.Find("vasaProvider-3").LastSync));
        ProviderTask ended = life.Task(task.Id);
        Assert.Equal((false, "vasaProvider-3", null, null), (ended.IsRunning, ended.Registered, ended.Error, ended.Registration));
        Assert.Equal(LifeWorld.T0.AddSeconds(3), ended.Due);
    }

    [Fact]
    public void Its_certificate_is_replaced_for_a_year_unless_it_keeps_its_own()
    {
        LifeWorld life = new(instant: true);
        ProviderTasks.Register(life.World, LifeWorld.Spec(life.World));
        Assert.Equal(
            (CertificateIssuer.Vmca, LifeWorld.T0.AddYears(1)),
            (life.Find("vasaProvider-3").Certificate!.Issuer, life.Find("vasaProvider-3").Certificate!.NotAfter));

        LifeWorld keeps = new(lab => With(lab, p => p with { Provider = p.Provider with { RetainsCertificate = true } }), instant: true);
        ProviderCertificate own = keeps.World.FindEndpoint(LifeWorld.New)!.Certificate;
        ProviderTasks.Register(keeps.World, LifeWorld.Spec(keeps.World));
        Assert.Equal(own, keeps.Find("vasaProvider-3").Certificate);
    }

    // Each thing that can be wrong, together with all that come after it: the first is told.
    [Theory]
    [InlineData(0, typeof(InvalidUrl))]
    [InlineData(1, typeof(AlreadyExists))]
    [InlineData(2, typeof(ProviderRegistrationFault))]
    [InlineData(3, typeof(InvalidCertificate))]
    [InlineData(4, typeof(CertificateNotTrusted))]
    [InlineData(5, typeof(CertificateAuthorityFault))]
    [InlineData(6, typeof(IncorrectUsernamePassword))]
    [InlineData(7, null)]
    public void The_first_thing_that_is_wrong_is_told(int first, Type? fault)
    {
        LifeWorld life = new(lab => With(lab, p => p with
        {
            Provider = first <= 1 ? p.Provider with { Namespace = "ns", SelfId = "id" } : p.Provider,
            Certificate = first <= 3 ? p.Certificate! with { Host = "other" } : p.Certificate,
            Switches = new() { Reachable = first > 2, CaFaultCode = first <= 5 ? 7 : null, Password = first <= 6 ? "other" : "VasaSim!1" },
        }));
        if (first <= 1)
        {
            life.World.Put(life.Find(LifeWorld.Active) with { Namespace = "ns", SelfId = "id" });
        }

        ProviderRegistration spec = LifeWorld.Spec(life.World, trusted: first > 4);
        Fault? error = life.End(ProviderTasks.Register(life.World, first == 0 ? spec with { Url = "http://x" } : spec));

        Assert.Equal(fault, error?.GetType());
    }

    [Fact]
    public void Ids_are_never_given_twice_and_fault_domains_follow_their_provider()
    {
        LifeWorld life = new(instant: true);
        Assert.Null(ProviderDirectory.ActiveFor(life.World, "fd-f1"));
        ProviderTasks.Register(life.World, LifeWorld.Spec(life.World));
        Provider first = life.Find("vasaProvider-3");
        Assert.Equal(first, ProviderDirectory.ActiveFor(life.World, "fd-f1"));

        ProviderTasks.Unregister(life.World, first.Uid);
        Assert.Null(ProviderDirectory.ActiveFor(life.World, "fd-f1"));
        ProviderTasks.Register(life.World, LifeWorld.Spec(life.World));

        Provider second = life.Find("vasaProvider-4");
        Assert.NotEqual(first.Uid, second.Uid);
        Assert.Equal(second, ProviderDirectory.ActiveFor(life.World, "fd-f1"));
        Assert.Equal("vasaProvider-4", life.World.FindFaultDomain("fd-f1")!.Provider);
    }

    [Fact]
    public void A_sync_meanwhile_is_refused_also_while_that_of_a_registration_runs()
    {
        LifeWorld life = new();
        ProviderTasks.Register(life.World, LifeWorld.Spec(life.World));
        life.AdvanceTo(TimeSpan.FromSeconds(2.5));

        Assert.Equal(new SyncInProgress(), ProviderTasks.Sync(life.World, life.Find("vasaProvider-3"), null).Fault);
        Assert.Null(ProviderTasks.Sync(life.World, life.Find(LifeWorld.Active), null).Fault);
        Assert.Equal(new SyncInProgress(), ProviderTasks.Sync(life.World, life.Find(LifeWorld.Active), null).Fault);
    }

    [Fact]
    public void A_standby_manages_what_is_left_when_the_active_one_is_unregistered()
    {
        LifeWorld life = new(instant: true);

        Assert.Null(ProviderTasks.Unregister(life.World, $"uid-{LifeWorld.Active}").Value.Error);

        Assert.Equal(LifeWorld.Standby, ProviderDirectory.ActiveFor(life.World, "fd-a1")!.Id);
    }

    [Fact]
    public void What_is_due_happens_in_order_each_at_its_own_time()
    {
        // The certificate expires in the middle of a sync: that comes too late then.
        LifeWorld life = new(lab => lab with
        {
            Providers = [.. lab.Providers.Select(p => p with { Certificate = p.Certificate! with { Until = TimeSpan.FromSeconds(10) } })],
            Knobs = new() { TaskDuration = new() { ProviderSync = TimeSpan.FromSeconds(15), Certificate = TimeSpan.FromSeconds(5) } },
        });
        ProviderTask late = ProviderTasks.Sync(life.World, life.Find(LifeWorld.Active), null).Value;
        ProviderTask refresh = ProviderTasks.RefreshCertificate(life.World, life.Find(LifeWorld.Standby));

        life.AdvanceTo(TimeSpan.FromDays(1));

        Assert.Equal((ProviderStatus.Disconnected, LifeWorld.T0.AddSeconds(10)), (life.Find(LifeWorld.Active).Status, life.Find(LifeWorld.Active).StatusSince));
        Assert.Equal(new ProviderSyncFailed(), life.Task(late.Id).Error);
        Assert.Null(life.Task(refresh.Id).Error);
        Assert.Equal(ProviderStatus.Online, life.Find(LifeWorld.Standby).Status);
        life.AdvanceTo(TimeSpan.FromSeconds(5) + TimeSpan.FromDays(365) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(ProviderStatus.Online, life.Find(LifeWorld.Standby).Status);
        life.AdvanceTo(TimeSpan.FromSeconds(5) + TimeSpan.FromDays(365));
        Assert.Equal(ProviderStatus.Disconnected, life.Find(LifeWorld.Standby).Status);
    }

    [Fact]
    public void The_service_finds_out_about_silence_when_it_polls()
    {
        LifeWorld life = new();
        life.AdvanceTo(TimeSpan.FromSeconds(12));
        life.Endpoint(LifeWorld.Active, new() { Reachable = false });
        Assert.False(ProviderDirectory.Answers(life.World, life.Find(LifeWorld.Active)));

        life.AdvanceTo(TimeSpan.FromSeconds(20) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(ProviderStatus.Online, life.Find(LifeWorld.Active).Status);
        life.AdvanceTo(TimeSpan.FromSeconds(25));
        Assert.Equal((ProviderStatus.Offline, LifeWorld.T0.AddSeconds(20)), (life.Find(LifeWorld.Active).Status, life.Find(LifeWorld.Active).StatusSince));

        life.Endpoint(LifeWorld.Active, new() { Reachable = true });
        life.AdvanceTo(TimeSpan.FromSeconds(30));
        Assert.Equal((ProviderStatus.Online, LifeWorld.T0.AddSeconds(30)), (life.Find(LifeWorld.Active).Status, life.Find(LifeWorld.Active).StatusSince));
    }

    [Fact]
    public void A_disconnected_provider_is_not_polled_and_needs_a_reconnect()
    {
        LifeWorld life = new();
        Control.WorldControl.SetProvider(life.World, life.Find(LifeWorld.Active), new() { Status = ProviderStatus.Disconnected });
        life.Endpoint(LifeWorld.Active, new() { Reachable = false });
        life.AdvanceTo(TimeSpan.FromMinutes(1));
        Assert.Equal(ProviderStatus.Disconnected, life.Find(LifeWorld.Active).Status);
        Assert.Equal(new ProviderConnectionFailed(), life.End(ProviderTasks.Reconnect(life.World, life.Find(LifeWorld.Active)).Value));

        life.Endpoint(LifeWorld.Active, new() { Reachable = true });
        ProviderTask task = ProviderTasks.Reconnect(life.World, life.Find(LifeWorld.Active)).Value;
        DueWork.AdvanceTo(life.World, task.Due);
        Assert.Equal(ProviderStatus.Connected, life.Find(LifeWorld.Active).Status);
        Assert.Null(life.End(task));
        Assert.Equal(ProviderStatus.Online, life.Find(LifeWorld.Active).Status);
    }

    [Fact]
    public void A_restart_ends_what_ran_and_keeps_no_password()
    {
        LifeWorld life = new();
        ProviderTask before = ProviderTasks.Register(life.World, LifeWorld.Spec(life.World));
        Assert.Equal("VasaSim!1", life.Task(before.Id).Registration!.Password);

        World again = life.Reloaded();
        DueWork.FailRunning(again, "restart");
        DueWork.AdvanceTo(again, LifeWorld.T0.AddMinutes(1));

        ProviderTask failed = Assert.IsType<ProviderTask>(again.FindTask(before.Id));
        Assert.Equal((false, new SystemError("restart"), null), (failed.IsRunning, failed.Error, failed.Registration));
        Assert.Null(again.FindProvider("vasaProvider-3"));
    }

    [Fact]
    public void A_reloaded_world_goes_on_where_it_was()
    {
        LifeWorld life = new();
        ProviderTask task = ProviderTasks.Register(life.World, LifeWorld.Spec(life.World));
        life.AdvanceTo(TimeSpan.FromSeconds(2));

        World again = life.Reloaded();
        DueWork.AdvanceTo(again, LifeWorld.T0.AddMinutes(1));
        life.AdvanceTo(TimeSpan.FromMinutes(1));

        Assert.Equal(life.World.FindTask(task.Id), again.FindTask(task.Id));
        Assert.Equal(life.Find("vasaProvider-3").Status, again.FindProvider("vasaProvider-3")!.Status);
    }

    private static LabDefinition With(LabDefinition lab, Func<ProviderDefinition, ProviderDefinition> change) => lab with
    {
        Providers = [.. lab.Providers.Select(p => p.Registered ? p : change(p))],
    };
}
