using System.Net;
using System.Text.Json.Nodes;
using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;
using Wire = VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Tests.Control;

/// <summary>Faults as testers write them; a task that fails shows what they became.</summary>
public sealed class AskedFaultTests
{
    [Fact]
    public async Task Every_fault_without_obligatory_members_can_be_asked_for_by_name()
    {
        string[] faults = [.. Faults().Where(t => t.AllMembers.All(m => m.Optional)).Select(t => t.Name)];
        Assert.True(faults.Length > 40, $"{faults.Length}");
        await using TaskStage stage = await TaskStage.StartAsync();

        foreach (string name in faults)
        {
            LocalizedMethodFault error = await FailAsync(stage, $"\"{name}\"");
            Assert.Equal((name, $"{name}."), (error.Fault.TypeInfo.Name, error.LocalizedMessage));
        }
    }

    [Fact]
    public async Task A_fault_with_a_type_of_its_own_is_named_as_in_VI_JSON()
    {
        await using TaskStage stage = await TaskStage.StartAsync();

        LocalizedMethodFault error = await FailAsync(stage, """{"_typeName":"SmsResourceInUse","type":"VirtualMachine","name":"vm-1"}""");

        Wire.SmsResourceInUse fault = Assert.IsType<Wire.SmsResourceInUse>(error.Fault);
        Assert.Equal(("VirtualMachine", "vm-1"), (fault.Type, fault.Name));
        Assert.DoesNotContain(Faults().SelectMany(t => t.AllMembers), m => m.Name == "message");
    }

    [Fact]
    public async Task Members_are_those_of_VI_JSON()
    {
        await using TaskStage stage = await TaskStage.StartAsync();

        LocalizedMethodFault error = await FailAsync(stage, """
            {
              "type": "InactiveProvider", "message": "Ask another.",
              "faultCause": {"_typeName": "NotFound"},
              "mapping": [{"activeProvider": {"type": "VasaProvider", "value": "vasaProvider-1"}, "faultDomainId": [{"id": "fd-a1"}]}]
            }
            """);

        Wire.InactiveProvider fault = Assert.IsType<Wire.InactiveProvider>(error.Fault);
        Assert.Equal("vasaProvider-1", Assert.Single(fault.Mapping!).ActiveProvider.Value);
        Assert.IsType<NotFound>(fault.FaultCause!.Fault);
        Assert.Equal("Ask another.", error.LocalizedMessage);
    }

    [Theory]
    [InlineData("""[]""", "/fault")]
    [InlineData("4", "/fault")]
    [InlineData("\"ProviderBusi\"", "/fault")]
    [InlineData("\"SmsTaskInfo\"", "/fault")]
    [InlineData("\"InvalidReplicationState\"", "/fault/currentState")]
    [InlineData("{}", "/fault/type")]
    [InlineData("""{"type":4,"message":true}""", "/fault/type", "/fault/message")]
    [InlineData("""{"type":"TooMany","maxBatchSize":"4","maxBatch":4,"a/b":1}""", "/fault/maxBatchSize", "/fault/maxBatch", "/fault/a~1b")]
    [InlineData("""{"type":"TooMany","maxBatchSize":[4]}""", "/fault/maxBatchSize")]
    [InlineData("""{"type":"InvalidReplicationState","desiredState":"SOURCE","currentState":null}""", "/fault/desiredState", "/fault/currentState")]
    [InlineData("""{"type":"InvalidReplicationState","desiredState":["SOURCE",3],"currentState":"x"}""", "/fault/desiredState/1")]
    [InlineData("""{"type":"InactiveProvider","mapping":[{"activeProvider":"p","faultDomainId":[{"idd":"x"}]},{}]}""",
        "/fault/mapping/0/activeProvider", "/fault/mapping/0/faultDomainId/0/idd", "/fault/mapping/0/faultDomainId/0/id", "/fault/mapping/1/activeProvider")]
    [InlineData("""{"type":"SmsResourceInUse","deviceIds":[{"_typeName":"ReplicaId","id":"x"}]}""", "/fault/deviceIds/0/_typeName")]
    [InlineData("""{"type":"QueryExecutionFault","faultCause":{"_typeName":"Nothing"}}""", "/fault/faultCause/_typeName")]
    public async Task Everything_that_is_wrong_is_told(string json, params string[] pointers)
    {
        await using TaskStage stage = await TaskStage.StartAsync();

        JsonArray errors = await ErrorsAsync(stage, json);

        Assert.Equal(pointers, errors.Select(e => (string?)e!["pointer"]));
        Assert.All(errors, e => Assert.NotEmpty((string)e!["legal"]!));
        Assert.Equal("running", (string?)(await stage.ShowAsync())["state"]);
    }

    [Fact]
    public async Task A_name_that_is_nearly_right_is_suggested()
    {
        await using TaskStage stage = await TaskStage.StartAsync();

        foreach ((string json, string meant) in new[] { ("\"ProviderBusi\"", "ProviderBusy"), ("""{"type":"TooMany","maxBatchsize":4}""", "maxBatchSize") })
        {
            JsonNode error = Assert.Single(await ErrorsAsync(stage, json))!;
            Assert.Contains($"did you mean {meant}?", (string)error["detail"]!, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<DataTypeInfo> Faults() => Contracts.Sms.DataTypes.Concat(Contracts.Vim.DataTypes).Where(t => t.IsFault);

    private static async Task<JsonArray> ErrorsAsync(TaskStage stage, string fault) =>
        (await stage.RefusedAsync(HttpStatusCode.BadRequest, "fail", $$"""{"fault":{{fault}}}"""))["errors"]!.AsArray();

    // A task of its own, since one can fail but once.
    private static async Task<LocalizedMethodFault> FailAsync(TaskStage stage, string fault)
    {
        Wire.SyncReplicationGroupRequest sync = new() { GroupId = [SmsClient.Group("fd-b1", "rg-02-t")], PitName = "x" };
        ManagedObjectReference task = await stage.Client.Soap.ResultAsync<ManagedObjectReference>(SmsClient.Provider(3), sync);
        await stage.SendAsync(HttpMethod.Post, $"tasks/{task.Value}/fail", $$"""{"fault":{{fault}}}""");
        return (await stage.Client.Soap.ResultAsync<Wire.SmsTaskInfo>(task, new Wire.QuerySmsTaskInfoRequest())).Error!;
    }
}
