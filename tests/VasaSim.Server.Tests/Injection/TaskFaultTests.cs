using VasaSim.Faults.Rules;
using VasaSim.Server.Injection;
using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Tests.Injection;

/// <summary>Faults that a rule gives a task.</summary>
public sealed class TaskFaultTests
{
    [Theory]
    [InlineData("failAt: 0, with: { oneOf: { ProviderBusy: 1, ProviderUnavailable: 1 } }")]
    [InlineData("then: { fault: { oneOf: { ProviderBusy: 1, ProviderUnavailable: 1 } }, as: taskError }")]
    public async Task One_of_several_is_drawn_for_each_task(string task)
    {
        RuleFileResult<RuleSet> rules = new RuleFile(new RuleCatalog()).ReadSet(
            $$"""{ version: 1, rules: [ { match: { operation: SyncReplicationGroup_Task }, do: { task: { {{task}} } } } ] }""", "x");
        Assert.Empty(rules.Problems);
        await using Simulator simulator = await Simulator.StartAsync();
        simulator.Host.Workspace.Rules.Change(_ => rules.Value!, Simulator.StartTime);
        SmsClient client = SmsClient.LogIn(simulator);

        HashSet<Type> errors = [];
        for (int i = 0; i < 20; i++)
        {
            ManagedObjectReference started = await client.Soap.ResultAsync<ManagedObjectReference>(
                SmsClient.Provider(3), new SyncReplicationGroupRequest { GroupId = [SmsClient.Group("fd-b1", "rg-01-t")], PitName = "x" });
            SmsTaskInfo info = await client.Soap.ResultAsync<SmsTaskInfo>(started, new QuerySmsTaskInfoRequest());
            errors.Add(info.Error!.Fault.GetType());
        }

        Assert.Equal([typeof(ProviderBusy), typeof(ProviderUnavailable)], errors.OrderBy(e => e.Name));
    }
}
