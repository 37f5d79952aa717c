using VasaSim.Core.Control;
using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Replication;

/// <summary>What a provider says to a call as a whole; the checks come in a fixed order.</summary>
public sealed class CallFaultTests
{
    private const string Target = "fd-a1/rg-05-t";

    public static TheoryData<string, Type> Refusals() => new()
    {
        { "notImplemented", typeof(NotImplemented) },
        { "offline", typeof(ProviderUnavailable) },
        { "disconnected", typeof(ProviderUnavailable) },
        { "tooMany", typeof(TooMany) },
        { "busy", typeof(ProviderBusy) },
        { "outOfResource", typeof(ProviderOutOfResource) },
        { "force", typeof(NotSupportedByProvider) },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_provider_in_trouble_refuses_the_call_and_makes_no_task(string trouble, Type fault)
    {
        TestWorld lab = new();
        ReplicationCommand command = Trouble(lab, trouble);
        string before = lab.WholePicture();

        Fault? refusal = lab.Start(command).Fault;

        Assert.IsType(fault, refusal);
        Assert.Equal(before, lab.WholePicture());
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void With_faults_in_the_task_the_call_is_accepted_and_the_task_ends_in_error(string trouble, Type fault)
    {
        TestWorld lab = new(new Knobs { TaskFaultDelivery = TaskFaultDelivery.Task });
        ReplicationCommand command = Trouble(lab, trouble);
        string before = lab.Picture();

        ReplicationTask task = lab.Begin(command);

        Assert.Equal(ServiceTaskState.Running, task.StateAt(lab.Now));
        Assert.Null(task.Error);
        Assert.Empty(lab.End(task));
        ReplicationTask ended = lab.FindTask(task.Id);
        Assert.Equal(ServiceTaskState.Error, ended.StateAt(lab.Now));
        Assert.IsType(fault, ended.Error);
        Assert.Equal(before, lab.Picture());
    }

    [Fact]
    public void A_refused_call_in_a_task_does_not_keep_its_groups_from_others()
    {
        TestWorld lab = new(new Knobs { TaskFaultDelivery = TaskFaultDelivery.Task });
        lab.Patch(Inventory.A1, new() { Busy = true });
        lab.Begin(lab.Command(ReplicationOperation.Sync, Target));
        lab.Patch(Inventory.A1, new() { Busy = false });

        lab.Done<GroupSynced>(ReplicationOperation.Sync, Target);
    }

    [Fact]
    public void The_checks_of_a_call_come_in_their_order()
    {
        TestWorld lab = new();
        ReplicationCommand command = Trouble(lab, "force") with { Groups = [.. Enumerable.Range(0, 5).Select(n => Selection($"fd-a1/rg-{n}"))] };
        ProviderPatch trouble = new() { Busy = true, OutOfResource = true, NotImplemented = [command.Method], Status = ProviderStatus.Offline };
        lab.Patch(Inventory.A1, trouble);
        lab.Advance(TimeSpan.FromMinutes(1));
        List<Type?> seen = [];
        foreach (ProviderPatch cure in new ProviderPatch[]
        {
            new(),
            new() { NotImplemented = [] },
            new() { Status = ProviderStatus.Online },
            new() { MaxBatchSize = new BatchLimits() },
            new() { Busy = false },
            new() { OutOfResource = false },
            new() { ForceSupported = true },
        })
        {
            lab.Patch(Inventory.A1, cure);
            seen.Add(lab.Start(command).Fault?.GetType());
        }

        Assert.Equal(
            [typeof(NotImplemented), typeof(ProviderUnavailable), typeof(TooMany), typeof(ProviderBusy), typeof(ProviderOutOfResource), typeof(NotSupportedByProvider), null],
            seen);
    }

    [Fact]
    public void Standby_is_said_before_too_many()
    {
        TestWorld lab = new();
        lab.Patch(Inventory.A1Standby, new() { MaxBatchSize = BatchLimits.Of(1), Busy = true });

        Fault? fault = lab.Start(lab.Command(ReplicationOperation.TestStop, Target, "fd-a1/rg-01") with { Provider = Inventory.A1Standby }).Fault;

        Assert.IsType<InactiveProvider>(fault);
    }

    [Fact]
    public void A_call_within_the_limit_is_accepted_and_one_above_is_not()
    {
        TestWorld lab = new();
        string[] five = ["fd-a1/rg-01", "fd-a1/rg-02", "fd-a1/rg-03", "fd-a1/rg-06", "fd-a1/rg-09"];

        Assert.Equal(new TooMany(4), lab.Start(lab.Command(ReplicationOperation.PrepareFailover, five)).Fault);
        Assert.Null(lab.Start(lab.Command(ReplicationOperation.PrepareFailover, five[..4])).Fault);
    }

    [Fact]
    public void Duplicates_count_for_the_limit()
    {
        TestWorld lab = new();

        Assert.Equal(new TooMany(4), lab.Start(lab.Command(ReplicationOperation.PrepareFailover, [.. Enumerable.Repeat("fd-a1/rg-01", 5)])).Fault);
    }

    [Fact]
    public void A_method_can_have_a_limit_of_its_own()
    {
        TestWorld lab = new();
        lab.Patch(Inventory.A1, new()
        {
            MaxBatchSize = BatchLimits.Of(4) with { PerMethod = new Dictionary<string, int> { ["PrepareFailover"] = 1, ["Sync"] = 6 } },
        });
        string[] two = ["fd-a1/rg-01", "fd-a1/rg-02"];
        string[] six = [.. Enumerable.Range(1, 6).Select(n => $"fd-a1/rg-0{n}")];

        Assert.Equal(new TooMany(1), lab.Start(lab.Command(ReplicationOperation.PrepareFailover, two)).Fault);
        Assert.Null(lab.Start(lab.Command(ReplicationOperation.Sync, six)).Fault);
        Assert.Equal(new TooMany(4), lab.Start(lab.Command(ReplicationOperation.TestStop, six)).Fault);
    }

    [Theory]
    [InlineData(2L)]
    [InlineData(null)]
    public void A_provider_may_declare_enforce_and_report_different_limits(long? reported)
    {
        TestWorld lab = new();
        lab.Patch(Inventory.A1, new() { MaxBatchSize = new BatchLimits { Declared = 10, Enforced = 3, Reported = reported } });
        string[] four = ["fd-a1/rg-01", "fd-a1/rg-02", "fd-a1/rg-03", "fd-a1/rg-06"];

        Assert.Equal(new TooMany(reported), lab.Start(lab.Command(ReplicationOperation.PrepareFailover, four)).Fault);
        Assert.Null(lab.Start(lab.Command(ReplicationOperation.PrepareFailover, four[..3])).Fault);
    }

    [Fact]
    public void A_declared_limit_that_is_not_enforced_refuses_nothing()
    {
        TestWorld lab = new();
        lab.Patch(Inventory.A1, new() { MaxBatchSize = new BatchLimits { Declared = 1 } });

        Assert.Null(lab.Start(lab.Command(ReplicationOperation.PrepareFailover, "fd-a1/rg-01", "fd-a1/rg-02")).Fault);
    }

    [Fact]
    public void A_provider_without_replication_implements_none_of_it()
    {
        TestWorld lab = new();
        lab.Patch(Inventory.Offline, new() { Status = ProviderStatus.Online });

        Fault? fault = lab.Start(lab.Command(ReplicationOperation.Sync, Target) with { Provider = Inventory.Offline }).Fault;

        Assert.IsType<NotImplemented>(fault);
    }

    [Theory]
    [InlineData(ProviderStatus.Online)]
    [InlineData(ProviderStatus.SyncError)]
    [InlineData(ProviderStatus.Connected)]
    public void A_provider_that_is_connected_answers(ProviderStatus status)
    {
        TestWorld lab = new();
        lab.Patch(Inventory.A1, new() { Status = status });

        Assert.Null(lab.Start(lab.Command(ReplicationOperation.Sync, Target)).Fault);
    }

    [Fact]
    public void Force_is_refused_for_the_whole_call_and_no_force_is_not()
    {
        TestWorld lab = new();
        ReplicationCommand command = lab.Command(ReplicationOperation.TestStop, "fd-io-b/rg-08-t");

        Assert.IsType<NotSupportedByProvider>(lab.Start(command with { Force = true }).Fault);
        Assert.Null(lab.Start(command).Fault);
    }

    private static GroupSelection Selection(string group) => new(TestWorld.Id(group));

    private static ReplicationCommand Trouble(TestWorld lab, string trouble)
    {
        ReplicationCommand command = lab.Command(ReplicationOperation.TestStop, Target);
        ProviderPatch patch = trouble switch
        {
            "notImplemented" => new() { NotImplemented = [command.Method] },
            "offline" => new() { Status = ProviderStatus.Offline },
            "disconnected" => new() { Status = ProviderStatus.Disconnected },
            "tooMany" => new() { MaxBatchSize = BatchLimits.Of(0) },
            "busy" => new() { Busy = true },
            "outOfResource" => new() { OutOfResource = true },
            "force" => new() { ForceSupported = false },
            _ => throw new ArgumentException(trouble),
        };
        lab.Patch(Inventory.A1, patch);
        return command with { Force = trouble == "force", Provider = Inventory.A1 };
    }
}
