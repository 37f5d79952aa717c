using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Replication;

/// <summary>Policies that cannot be set: a test fails, a failover goes through with a warning.</summary>
public sealed class PolicyTests
{
    private const string Target = "fd-b1/rg-01-t";
    private static readonly VVolId _device = new("rg-01-s2");

    public static TheoryData<string, string> Bad() => new() { { "", "datastore-61" }, { "gold", "datastore-21" }, { "gold", "datastore-0" }, { "rejected", "datastore-61" } };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_test_fails_with_a_policy_that_cannot_be_set(string policy, string datastore)
    {
        TestWorld lab = Lab();
        ReplicationCommand command = lab.Command(ReplicationOperation.TestStart, Target) with { Policies = [new(_device, policy, datastore)] };

        Assert.IsType<InvalidProfile>(lab.Refused(command));
        Assert.IsType<InvalidProfile>(lab.Refused(command with { CheckOnly = true }));
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_failover_warns_of_a_policy_that_cannot_be_set(string policy, string datastore)
    {
        TestWorld lab = Lab();
        ReplicationCommand command = lab.Command(ReplicationOperation.Failover, Target) with { Policies = [new(_device, policy, datastore)] };

        Assert.IsType<InvalidProfile>(Assert.Single(lab.Done<GroupDone>(command with { CheckOnly = true }).Warnings));
        Assert.IsType<InvalidProfile>(Assert.Single(lab.Done<GroupRecovered>(command).Warnings));
        Assert.Equal(ReplicationState.FailedOver, lab.State(Target));
    }

    [Theory]
    [InlineData(ReplicationOperation.TestStart)]
    [InlineData(ReplicationOperation.Failover)]
    public void A_policy_that_can_be_set_is_no_matter(ReplicationOperation operation)
    {
        TestWorld lab = Lab();

        Assert.Empty(lab.Done<GroupRecovered>(lab.Command(operation, Target) with { Policies = [new(_device, "gold", "datastore-61")] }).Warnings);
    }

    [Theory]
    [InlineData(ReplicationOperation.TestStart)]
    [InlineData(ReplicationOperation.Failover)]
    public void A_policy_for_a_device_of_no_group_of_the_call_is_ignored_with_one_warning(ReplicationOperation operation)
    {
        TestWorld lab = Lab();

        IReadOnlyList<GroupOutcome> outcomes = lab.Run(lab.Command(operation, Target, "fd-b1/rg-06-t") with
        {
            Policies = [new(new VVolId("rg-02-s1"), "", "datastore-61"), new(_device, "gold", "datastore-61")],
        });

        Assert.All(outcomes, o => Assert.IsType<GroupRecovered>(o));
        Assert.IsType<NotFound>(Assert.Single(outcomes.SelectMany(o => o.Warnings)));
    }

    [Fact]
    public void A_policy_counts_for_the_group_of_its_device_only()
    {
        TestWorld lab = Lab();

        IReadOnlyList<GroupOutcome> outcomes = lab.Run(lab.Command(ReplicationOperation.TestStart, "fd-b1/rg-02-t", Target) with
        {
            Policies = [new(_device, "", "datastore-61")],
        });

        Assert.IsType<GroupRecovered>(outcomes[0]);
        Assert.IsType<InvalidProfile>(Assert.IsType<GroupFailed>(outcomes[1]).Error);
    }

    private static TestWorld Lab() => new(new Knobs { RejectedPolicies = ["rejected"] });
}
