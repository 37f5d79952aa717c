using System.Reflection;
using System.Text.Json.Serialization;
using VasaSim.Core;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Tasks;
using VasaSim.Core.Time;
using VasaSim.Server.Control;

namespace VasaSim.Server.Tests.Control;

/// <summary>Tasks of clouds as the tester sees them.</summary>
public sealed class CloudTaskReportTests
{
    private static readonly DateTimeOffset _t0 = new(2025, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly CloudTask _task = new()
    {
        Id = "224f9218-27cb-5bee-a9a3-066a4b1fd4f2",
        Number = 1,
        Created = _t0,
        Started = _t0,
        Pace = new TaskPace { From = _t0, Whole = TimeSpan.FromSeconds(1) },
        Operation = CloudOperation.Sync,
        OfVapp = false,
        Replication = "C4-1",
        ResourceName = "web01",
        User = "admin@orgA",
        Site = "cloud-a",
        Work = [],
    };

    [Fact]
    public void A_task_is_shown_with_its_replication_and_its_fault()
    {
        TaskReport report = TaskReport.Of(World(), _task with { Ended = _t0, Error = new CloudNotFound(CloudThing.Instance, "replica-1") });

        Assert.Equal(("cloud.sync", null, "error"), (report.Operation, report.Provider, report.State));
        Assert.Equal(["C4-1"], report.Groups);
        Assert.Equal(new FaultReport("BadRequest", "There is no instance 'replica-1'."), report.Error);
    }

    [Fact]
    public void Every_operation_has_a_name() => Assert.All(Enum.GetValues<CloudOperation>(), operation => Assert.Equal(
        $"cloud.{char.ToLowerInvariant(operation.ToString()[0])}{operation.ToString()[1..]}",
        TaskReport.Of(World(), _task with { Operation = operation }).Operation));

    [Fact]
    public void Every_fault_of_clouds_has_a_text()
    {
        Fault[] faults =
        [
            .. Enum.GetValues<CloudThing>().Select(kind => new CloudNotFound(kind, "x")),
            .. Enum.GetValues<PolicyRule>().Select(rule => new PolicyViolation("strict", rule)),
            new NotLicensed(), new AlreadyReplicated("web01", "C4-1"), new ReplicationPaused(), new ReplicationNotPaused(),
            new SeedMismatch("seed", "web01"), new MachineLeftOut("C4-1", new ProviderBusy()), new MachineLeftOut("C4-1", new NotLicensed()),
        ];
        Assert.All(faults, fault =>
        {
            FaultReport error = TaskReport.Of(World(), _task with { Ended = _t0, Error = fault }).Error!;
            Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("General server failure", error.Message, StringComparison.Ordinal);
        });
        Assert.Equal(
            typeof(Fault).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => a.DerivedType).Where(t => t.IsSubclassOf(typeof(CloudFault))).ToHashSet(),
            faults.Select(f => f.GetType()).ToHashSet());
    }

    private static World World() => new(
        [
            .. WorldBuilder.Build(new LabDefinition { Name = "empty" }, 42, _t0, fixedStart: true),
            new ClockState { Anchor = _t0, RealAnchor = _t0, IsFrozen = true },
        ],
        0);
}
