using System.Text.Json;
using System.Text.Json.Nodes;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Tests.Twin;

/// <summary>
/// Every method of the service, with every fault that it can be made to give, over SOAP and over JSON on two
/// simulators that are alike: the two answers must be the same, field by field.
/// </summary>
public sealed class TwinTests
{
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true };

    public static TheoryData<string> Names => [.. TwinCases.All.Select(c => c.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Both_protocols_answer_alike(string name)
    {
        TwinCase play = TwinCases.All.Single(c => c.ToString() == name);

        JsonArray soap = await PlayAsync(play, (http, session) => new SoapTwin(http, session));
        JsonArray json = await PlayAsync(play, (http, session) => new JsonTwin(http, session));

        Assert.Equal(soap.ToJsonString(_indented), json.ToJsonString(_indented));
        CheckFaults(play, soap);
    }

    [Fact]
    public void Every_method_has_a_case_that_succeeds() => Assert.Empty(
        Contracts.Sms.Operations
            .Where(o => !TwinCases.All.Any(c => c.Request.Operation == o && c.Fault is null && c.TaskError is null))
            .Select(o => o.Name));

    [Fact]
    public void Every_declared_fault_has_a_case_or_a_reason() => Assert.Empty(
        from operation in Contracts.Sms.Operations
        from fault in operation.Faults
        where !HasCase(operation, fault) && !TwinCases.Unprovokable.ContainsKey((operation.Name, fault.Name))
        select $"{operation}: {fault}");

    [Fact]
    public void No_reason_is_given_for_what_has_a_case() => Assert.All(TwinCases.Unprovokable.Keys, k =>
    {
        OperationInfo operation = Contracts.Sms.FindOperation(k.Method)!;
        DataTypeInfo fault = Assert.Single(operation.Faults, f => f.Name == k.Fault);
        Assert.False(HasCase(operation, fault), $"{k.Method} gives {k.Fault}.");
    });

    private static bool HasCase(OperationInfo operation, DataTypeInfo fault) => TwinCases.All.Any(c =>
        c.Request.Operation == operation && c.Faults.Any(f => Contracts.FindDataType(f)!.IsA(fault)));

    // The call; and of the task that it starts, what it shows while it runs and when it has ended.
    private static async Task<JsonArray> PlayAsync(TwinCase play, Func<HttpClient, string, ITwinProtocol> protocol)
    {
        await using TwinStage stage = await TwinStage.OpenAsync(play, protocol);
        JsonNode? answer = await stage.Protocol.AskAsync(play.Target, play.Request);
        JsonArray answers = [answer];
        if (answer is JsonObject reference && (string?)reference["type"] == "SmsTask")
        {
            ManagedObjectReference task = new("SmsTask", (string)reference["value"]!);
            if (!play.Instant)
            {
                await AskTaskAsync(stage, task, answers);
                Assert.Equal("running", (string?)answers[1]!["state"]);
                await stage.AdvanceAsync("1h");
            }

            await AskTaskAsync(stage, task, answers);
            Assert.Equal(play.TaskError is null ? "success" : "error", (string?)answers[^2]!["state"]);
        }

        return answers;
    }

    private static async Task AskTaskAsync(TwinStage stage, ManagedObjectReference task, JsonArray answers)
    {
        answers.Add(await stage.Protocol.AskAsync(task, new QuerySmsTaskInfoRequest()));
        answers.Add(await stage.Protocol.AskAsync(task, new QuerySmsTaskResultRequest()));
    }

    private static void CheckFaults(TwinCase play, JsonArray answers)
    {
        Assert.Equal(play.Fault, TwinAnswer.FaultOf(answers[0]));
        if (play.TaskError is { } error)
        {
            Assert.Equal(error, TwinAnswer.TypeOf(answers[^2]!["error"]));
        }

        string[] seen = [.. TwinAnswer.FaultsIn(answers)];
        Assert.All(play.Faults, fault => Assert.Contains(fault, seen));
        if (!play.Faults.Any())
        {
            // A success without faults is one, unless what is asked for are faults: the status of a provider.
            Assert.Empty(play.Request is QueryProviderInfoRequest ? [] : seen);
        }
    }
}
