using VasaSim.Core.Alarms;
using VasaSim.Core.Control;
using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Alarms;

public sealed class AlarmTests
{
    [Fact]
    public void A_lun_that_fills_up_raises_one_alarm_gets_worse_and_is_over()
    {
        LifeWorld life = new();
        Assert.Empty(life.Alarms(LifeWorld.Active));

        life.AdvanceTo(TimeSpan.FromMinutes(1));
        Fill(life, 900);
        life.AdvanceTo(TimeSpan.FromMinutes(2));
        StorageAlarm soft = Assert.Single(life.Alarms(LifeWorld.Active));
        Assert.Equal((1, AlarmSeverity.Yellow, LifeWorld.T0.AddMinutes(1), 90), (soft.Id, soft.Condition.Severity, soft.Condition.Since, soft.Condition.Percent));

        Fill(life, 920);
        StorageAlarm fuller = Assert.Single(life.Alarms(LifeWorld.Active));
        Assert.Equal((1, 92, LifeWorld.T0.AddMinutes(1)), (fuller.Id, fuller.Condition.Percent, fuller.Condition.Since));

        Fill(life, 960);
        StorageAlarm hard = Assert.Single(life.Alarms(LifeWorld.Active));
        Assert.Equal((2, AlarmSeverity.Red, LifeWorld.T0.AddMinutes(2)), (hard.Id, hard.Condition.Severity, hard.Condition.Since));

        Fill(life, 0);
        Assert.Empty(life.Alarms(LifeWorld.Active));
        Fill(life, 960);
        Assert.Equal(3, Assert.Single(life.Alarms(LifeWorld.Active)).Id);
    }

    [Fact]
    public void The_standby_has_them_when_it_takes_over_and_they_go_with_their_provider()
    {
        LifeWorld life = new(instant: true);
        Fill(life, 900);
        Assert.Single(life.Alarms(LifeWorld.Active));
        Assert.Empty(life.Alarms(LifeWorld.Standby));

        ProviderTasks.Unregister(life.World, $"uid-{LifeWorld.Active}");

        Assert.Single(life.Alarms(LifeWorld.Standby));
        Assert.Empty(life.World.AlarmsOf(LifeWorld.Active));
    }

    [Fact]
    public void A_certificate_raises_one_for_each_limit_at_its_very_time()
    {
        LifeWorld life = new();
        DateTimeOffset end = life.Find(LifeWorld.Active).Certificate!.NotAfter;

        life.AdvanceTo(end.AddMonths(-6).AddDays(3) - LifeWorld.T0);
        StorageAlarm soft = Assert.Single(life.Alarms(LifeWorld.Active));
        Assert.Equal((AlarmSeverity.Yellow, end.AddMonths(-6)), (soft.Condition.Severity, soft.Condition.Since));
        life.AdvanceTo(end.AddMonths(-1) - LifeWorld.T0);
        StorageAlarm hard = Assert.Single(life.Alarms(LifeWorld.Active));
        Assert.Equal((AlarmSeverity.Red, end.AddMonths(-1), soft.Id + 1), (hard.Condition.Severity, hard.Condition.Since, hard.Id));

        Assert.Null(life.End(ProviderTasks.RefreshCertificate(life.World, life.Find(LifeWorld.Active))));
        Assert.Empty(life.Alarms(LifeWorld.Active));
    }

    [Fact]
    public void A_link_that_is_down_alarms_its_sources_until_it_is_mended()
    {
        TestWorld lab = new();
        Provider Active() => lab.World.FindProvider(Worlds.Inventory.A1)!;
        string[] before = Groups(lab, Active());
        lab.Advance(TimeSpan.FromMinutes(1));

        WorldControl.SetLink(lab.World, "fd-a1", "fd-b1", new LinkPatch(Up: false));
        IReadOnlyList<StorageAlarm> cut = AlarmBook.Update(lab.World, Active());
        Assert.Contains("rg-01", cut.Select(a => a.Condition.EntityId));
        Assert.All(
            cut.Where(a => a.Condition.Message == "sim.alarm.repl.link"),
            a => Assert.Equal(Worlds.Inventory.T0.AddMinutes(1), a.Condition.Since));

        WorldControl.SetLink(lab.World, "fd-a1", "fd-b1", new LinkPatch(Up: true));
        Assert.Equal(before, Groups(lab, Active()));
    }

    [Fact]
    public void Fixed_ones_stay_and_green_ones_are_never_told()
    {
        LifeWorld life = new(lab => lab with
        {
            Knobs = new() { AlarmPage = 2 },
            Providers = [.. lab.Providers.Select(p => p with { Alarms = [Fixed(AlarmSeverity.Green, "g", 1), Fixed(AlarmSeverity.Red, "v", 3)] })],
        });

        AlarmPage first = Page(life, new());
        Assert.Equal([2L, 3L], first.Alarms.Select(a => a.Id));
        Assert.Equal(["v-1", "v-2"], first.Alarms.Select(a => a.Condition.EntityId));
        AlarmPage last = Page(life, new() { After = first.More!.Value });
        Assert.Equal([4L], last.Alarms.Select(a => a.Id));
        Assert.Null(last.More);
        Assert.Empty(Page(life, new() { Severity = AlarmSeverity.Green }).Alarms);
    }

    [Fact]
    public void All_that_a_filter_says_has_to_fit()
    {
        LifeWorld life = new();
        Fill(life, 960);

        Assert.Single(Page(life, new() { Severity = AlarmSeverity.Red, Type = AlarmType.SpaceCapacity, Entity = AlarmEntity.StorageLun, Ids = [new("x"), new("l1")] }).Alarms);
        Assert.Empty(Page(life, new() { Severity = AlarmSeverity.Yellow, Type = AlarmType.SpaceCapacity }).Alarms);
        Assert.Empty(Page(life, new() { Severity = AlarmSeverity.Red, Type = AlarmType.Certificate }).Alarms);
        Assert.Empty(Page(life, new() { Entity = AlarmEntity.StorageLun, Ids = [new("l2")] }).Alarms);
    }

    [Fact]
    public void Entities_that_do_not_exist_are_an_error_only_where_the_lab_says_so_and_none_exists()
    {
        AlarmFilter unknown = new() { Entity = AlarmEntity.StorageLun, Ids = [new("none")] };
        AlarmFilter mixed = unknown with { Ids = [new("none"), new("l1")] };
        LifeWorld strict = new(lab => lab with { Knobs = new() { StrictAlarmEntities = true } });

        Assert.Empty(Page(new LifeWorld(), unknown).Alarms);
        Assert.IsType<NotFound>(AlarmQueries.Active(strict.World, strict.Find(LifeWorld.Active), "QueryActiveAlarm", unknown).Fault);
        Assert.Empty(Page(strict, mixed).Alarms);
    }

    private static void Fill(LifeWorld life, long used) => WorldControl.FillLun(life.World, life.World.FindLun("l1")!, used);

    private static string[] Groups(TestWorld lab, Provider provider) =>
        [.. AlarmBook.Update(lab.World, provider).Select(a => a.Condition.EntityId)];

    private static AlarmPage Page(LifeWorld life, AlarmFilter filter) =>
        AlarmQueries.Active(life.World, life.Find(LifeWorld.Active), "QueryActiveAlarm", filter).Value;

    private static AlarmDefinition Fixed(AlarmSeverity severity, string id, int count) => new(
        new()
        {
            Type = AlarmType.StorageObject, Severity = severity, Entity = AlarmEntity.VirtualVolumeInfo, EntityId = id, Since = default, Message = "m",
        },
        count);
}
