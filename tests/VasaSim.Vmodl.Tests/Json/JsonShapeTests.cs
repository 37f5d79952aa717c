using System.Text;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Tests.Samples;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Tests.Json;

public sealed class JsonShapeTests
{
    private static readonly ReplicationGroupId Group = new()
    {
        FaultDomainId = new() { Id = "fd-a1" },
        DeviceGroupId = new() { Id = "rg-01" },
    };

    [Fact]
    public void Reference_that_a_task_method_returns() => Result(
        "SyncReplicationGroup_Task",
        new ManagedObjectReference("SmsTask", "task-1"),
        """{"_typeName":"ManagedObjectReference","type":"SmsTask","value":"task-1"}""");

    [Fact]
    public void Declared_list_of_objects_with_their_types_first() => Result(
        "QueryReplicationGroup",
        new GroupOperationResult[]
        {
            new QueryReplicationGroupSuccessResult
            {
                GroupId = Group,
                RgInfo = new SourceGroupInfo { GroupId = Group, State = "SOURCE", Name = "one", Replica = [] },
            },
        },
        """
        [{"_typeName":"QueryReplicationGroupSuccessResult",
          "groupId":{"_typeName":"ReplicationGroupId","faultDomainId":{"_typeName":"FaultDomainId","id":"fd-a1"},
            "deviceGroupId":{"_typeName":"DeviceGroupId","id":"rg-01"}},
          "rgInfo":{"_typeName":"SourceGroupInfo",
            "groupId":{"_typeName":"ReplicationGroupId","faultDomainId":{"_typeName":"FaultDomainId","id":"fd-a1"},
              "deviceGroupId":{"_typeName":"DeviceGroupId","id":"rg-01"}},
            "name":"one","state":"SOURCE"}}]
        """);

    [Fact]
    public void Task_with_boxed_result() => Result(
        "QuerySmsTaskInfo",
        new SmsTaskInfo
        {
            Key = "task-1",
            Task = new("SmsTask", "task-1"),
            State = "success",
            StartTime = new(2025, 1, 15, 12, 0, 0, TimeSpan.Zero),
            CompletionTime = new(2025, 1, 15, 12, 0, 1, 250, TimeSpan.Zero),
            Progress = 100,
            Result = VmodlArray.Of<GroupOperationResult>(
            [
                new GroupErrorResult
                {
                    GroupId = Group,
                    Error = [new() { Fault = new TooMany { MaxBatchSize = 4 }, LocalizedMessage = "Too many." }],
                },
            ]),
        },
        """
        {"_typeName":"SmsTaskInfo","key":"task-1",
         "task":{"_typeName":"ManagedObjectReference","type":"SmsTask","value":"task-1"},
         "result":{"_typeName":"ArrayOfGroupOperationResult","_value":[
           {"_typeName":"GroupErrorResult",
            "groupId":{"_typeName":"ReplicationGroupId","faultDomainId":{"_typeName":"FaultDomainId","id":"fd-a1"},
              "deviceGroupId":{"_typeName":"DeviceGroupId","id":"rg-01"}},
            "error":[{"_typeName":"TooMany",
              "faultMessage":[{"_typeName":"LocalizableMessage","key":"sms.fault.TooMany.summary","message":"Too many."}],
              "maxBatchSize":4}]}]},
         "startTime":"2025-01-15T12:00:00Z","completionTime":"2025-01-15T12:00:01.250Z","state":"success","progress":100}
        """);

    [Fact]
    public void Reference_where_anything_may_stand_is_not_boxed() => Result(
        "QuerySmsTaskResult",
        new ManagedObjectReference("VasaProvider", "vasaProvider-1"),
        """{"_typeName":"ManagedObjectReference","type":"VasaProvider","value":"vasaProvider-1"}""");

    [Fact]
    public void Enumeration_in_a_box() => JsonMessages.Equal(
        """{"_typeName":"ReplicationReplicationState","_value":"TARGET"}""",
        JsonMessages.Value(TypeRef.AnyType, ReplicationReplicationState.Target));

    [Fact]
    public void Simple_values_in_boxes()
    {
        Boxed("text <ü> 🚀", """{"_typeName":"string","_value":"text <ü> 🚀"}""");
        Boxed(true, """{"_typeName":"boolean","_value":true}""");
        Boxed(7, """{"_typeName":"int","_value":7}""");
        Boxed(7L, """{"_typeName":"long","_value":7}""");
        Boxed(7.5, """{"_typeName":"double","_value":7.5}""");
        Boxed(double.NegativeInfinity, """{"_typeName":"double","_value":"-INF"}""");
        Boxed(DateTimeOffset.UnixEpoch, """{"_typeName":"dateTime","_value":"1970-01-01T00:00:00Z"}""");
        Boxed(VmodlArray.Of(["a", "b"]), """{"_typeName":"ArrayOfString","_value":["a","b"]}""");
        Boxed(VmodlArray.Of(Array.Empty<string>()), """{"_typeName":"ArrayOfString","_value":[]}""");

        static void Boxed(object value, string expected) =>
            JsonMessages.Equal(expected, JsonMessages.Value(TypeRef.AnyType, value));
    }

    [Fact]
    public void Texts_are_written_as_they_are() =>
        Assert.Equal("\"<ü> & 'x'\"", JsonMessages.Text(JsonMessages.Value(TypeRef.String, "<ü> & 'x'")));

    [Fact]
    public void Fault_of_a_call_says_its_message_in_both_places() => JsonMessages.Equal(
        """
        {"_typeName":"InvalidArgument",
         "faultMessage":[{"_typeName":"LocalizableMessage","key":"vim25.fault.InvalidArgument.summary","message":"Wrong."}],
         "invalidProperty":"pitName","faultstring":"Wrong."}
        """,
        JsonMessages.Fault(new InvalidArgument { InvalidProperty = "pitName" }, "Wrong."));

    [Fact]
    public void Messages_that_a_fault_has_of_its_own_stay()
    {
        var text = JsonMessages.Text(JsonMessages.Fault(
            new NotFound { FaultMessage = [new() { Key = "own.key", Message = "own" }] }, "said"));

        Assert.Contains("own.key", text, StringComparison.Ordinal);
        Assert.DoesNotContain("summary", text, StringComparison.Ordinal);
        Assert.EndsWith("\"faultstring\":\"said\"}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void List_without_items_is_an_empty_array_and_an_unset_value_is_nothing()
    {
        Result("QueryProvider", null, "[]");
        Result("QueryProvider", Array.Empty<ManagedObjectReference>(), "[]");
        Assert.Empty(JsonMessages.Result(Contracts.Sms.FindOperation("QueryArrayAssociatedWithLun")!, null));
    }

    [Fact]
    public void Value_that_does_not_fit_is_refused()
    {
        Assert.Throws<ArgumentException>(() => JsonMessages.Value(TypeRef.String, 7));
        Assert.Throws<ArgumentException>(() => JsonMessages.Value(TypeRef.String.ToArray(), "x"));
        Assert.Throws<ArgumentException>(() => JsonMessages.Value(TypeRef.To(Group.TypeInfo), new TooMany()));
        Assert.Throws<ArgumentException>(() => JsonMessages.Value(TypeRef.AnyType, DateOnly.MinValue));
    }

    [Theory]
    [InlineData("8.0.1.0", false)]
    [InlineData("8.0.2.0", true)]
    public void Nothing_newer_than_the_caller_is_written(string version, bool hasName)
    {
        var text = JsonMessages.Text(JsonMessages.Value(
            TypeRef.To(TargetGroupInfo.Metadata),
            new TargetGroupInfo
            {
                GroupId = Group, SourceInfo = new() { SourceGroupId = Group }, State = "TARGET", Name = "the name",
            },
            version));

        Assert.Equal(hasName, text.Contains("the name", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("6.5", "{\"_typeName\":\"VirtualMachineId\"}")]
    [InlineData("6.7", "{\"_typeName\":\"VirtualMachineMoId\",\"vmMoid\":\"vm-1\"}")]
    public void Newer_subtype_is_written_as_its_base(string version, string expected) => Assert.Equal(
        expected,
        JsonMessages.Text(JsonMessages.Value(
            TypeRef.To(DeviceId.Metadata), new VirtualMachineMoId { VmMoid = "vm-1" }, version)));

    [Theory]
    [InlineData("5.0", false)]
    [InlineData("6.5", true)]
    public void Value_of_a_newer_type_is_left_out_where_anything_may_stand(string version, bool isKnown)
    {
        var info = new SmsTaskInfo
        {
            Key = "k",
            Task = new("SmsTask", "k"),
            State = "success",
            Result = VmodlArray.Of<GroupOperationResult>([]),
        };
        var operation = Contracts.Sms.FindOperation("QuerySmsTaskInfo")!;

        var json = JsonMessages.Text(JsonMessages.Result(operation, info, version));
        var soap = Encoding.UTF8.GetString(Messages.Result(operation, info, ApiVersion.Parse(version)));

        Assert.Equal(isKnown, json.Contains("\"result\"", StringComparison.Ordinal));
        Assert.Equal(isKnown, soap.Contains("<result ", StringComparison.Ordinal));
    }

    private static void Result(string operation, object? result, string expected) =>
        JsonMessages.Equal(expected, JsonMessages.Result(Contracts.Sms.FindOperation(operation)!, result));
}
