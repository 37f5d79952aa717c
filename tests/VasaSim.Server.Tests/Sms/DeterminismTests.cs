using System.Text;
using FsCheck;
using FsCheck.Fluent;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Sms;

/// <summary>The same seed, start time and calls on a frozen clock give the same bytes; and every call is answered.</summary>
public sealed class DeterminismTests
{
    private static readonly (string Domain, string Group)[] _groups =
    [
        ("fd-a1", "rg-01"), ("fd-b1", "rg-01-t"), ("fd-b1", "rg-02-t"), ("fd-n1", "rg-02-n"), ("fd-b1", "rg-03-t"), ("fd-b1", "rg-04-t"),
        ("fd-a1", "rg-05-t"), ("fd-b1", "rg-06-t"), ("fd-b1", "rg-07-t"), ("fd-io-b", "rg-08-t"), ("fd-b1", "none"),
    ];

    [Fact]
    public async Task The_same_calls_give_the_same_bytes()
    {
        await using Simulator one = await Simulator.StartAsync();
        await using Simulator other = await Simulator.StartAsync();
        SmsClient first = SmsClient.LogIn(one);
        SmsClient second = SmsClient.LogIn(other);
        Assert.Equal(first.Soap.Session, second.Soap.Session);

        Prop.ForAll(Calls().ToArbitrary(), calls => SameBytesAsync(one, first, other, second, calls).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(40));
    }

    private static async Task<bool> SameBytesAsync(Simulator one, SmsClient first, Simulator other, SmsClient second, int[] calls)
    {
        await one.Host.Workspace.ResetAsync();
        await other.Host.Workspace.ResetAsync();
        foreach (int call in calls)
        {
            (ManagedObjectReference target, Request request) = Decode(call);
            string answer = await AnswerAsync(first, target, request);
            Assert.Equal(answer, await AnswerAsync(second, target, request));
            Assert.DoesNotContain("SystemError", answer, StringComparison.Ordinal);
        }

        return true;
    }

    private static async Task<string> AnswerAsync(SmsClient client, ManagedObjectReference target, Request request)
    {
        using HttpResponseMessage response = await client.Soap.SendAsync(target, request);
        StringBuilder answer = new();
        answer.Append((int)response.StatusCode).Append(response.Content.Headers);
        answer.Append(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return answer.ToString();
    }

    private static Gen<int[]> Calls() => Gen.Choose(0, int.MaxValue - 1).ArrayOf();

    // A number is a call: which method, which provider, which groups.
    private static (ManagedObjectReference Target, Request Request) Decode(int number)
    {
        int Take(int count)
        {
            (number, int taken) = Math.DivRem(number, count);
            return taken;
        }

        int method = Take(12);
        ManagedObjectReference provider = SmsClient.Provider(Take(4) switch { 0 => 1, 1 => 4, _ => 3 });
        ReplicationGroupId[] groups = [.. Enumerable.Range(0, 1 + Take(2)).Select(_ => _groups[Take(_groups.Length)]).Select(g => SmsClient.Group(g.Domain, g.Group))];
        bool flag = Take(2) == 0;
        return method switch
        {
            0 or 1 => (provider, new SyncReplicationGroupRequest { GroupId = groups, PitName = $"pit {number % 5}" }),
            2 => (provider, new TestFailoverReplicationGroupStartRequest { TestFailoverParam = new TestFailoverParam { IsPlanned = flag, CheckOnly = false, ReplicationGroupsToFailover = Data(groups) } }),
            3 => (provider, new TestFailoverReplicationGroupStopRequest { GroupId = groups, Force = flag }),
            4 => (provider, new PromoteReplicationGroupRequest { PromoteParam = new PromoteParam { IsPlanned = flag, ReplicationGroupsToPromote = groups } }),
            5 => (provider, new PrepareFailoverReplicationGroupRequest { GroupId = groups }),
            6 => (provider, new FailoverReplicationGroupRequest { FailoverParam = new FailoverParam { IsPlanned = flag, CheckOnly = Take(3) == 0, ReplicationGroupsToFailover = Data(groups) } }),
            7 => (provider, new ReverseReplicateGroupRequest { GroupId = groups }),
            8 => (provider, new QueryReplicationGroupRequest { GroupId = flag ? groups : null }),
            9 => (provider, new QueryPointInTimeReplicaRequest { GroupId = groups, QueryParam = new QueryPointInTimeReplicaParam { PreferDetails = flag } }),
            10 => (new ManagedObjectReference("SmsTask", $"smsTask-{1 + Take(12)}"), new QuerySmsTaskInfoRequest()),
            _ => (provider, flag ? new QueryReplicationPeerRequest() : new QueryProviderInfoRequest()),
        };
    }

    private static ReplicationGroupData[] Data(ReplicationGroupId[] groups) =>
        [.. groups.Select(g => new ReplicationGroupData { GroupId = g })];
}
