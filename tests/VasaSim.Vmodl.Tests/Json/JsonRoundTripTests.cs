using VasaSim.Vmodl.Json;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Tests.Samples;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Tests.Json;

public sealed class JsonRoundTripTests
{
    public static TheoryData<string, string, bool> ByName() => Operations.ByName();

    public static TheoryData<string> FaultTypes() => Operations.Faults();

    [Theory]
    [MemberData(nameof(ByName))]
    public void Request_that_was_written_is_read_again(string service, string name, bool full)
    {
        var operation = Operations.Find(service, name);
        var request = new SampleObjects(full).Request(operation);

        var read = JsonMessages.Read(JsonMessages.Request(request), operation);

        Assert.Null(read.ErrorText);
        Assert.Null(read.InvalidArgument);
        Assert.Same(operation, read.Request!.Operation);
        Assert.Equal(Structure.Of(request), Structure.Of(read.Request));
    }

    [Theory]
    [MemberData(nameof(ByName))]
    public void Result_that_was_written_is_read_again(string service, string name, bool full)
    {
        var operation = Operations.Find(service, name);
        var result = new SampleObjects(full).Result(operation);

        var read = JsonResponseReader.ReadResult(JsonMessages.Result(operation, result), operation);

        // In JSON an unset list is an empty one.
        if (result is null && operation.Returns is { IsArray: true })
            Assert.Equal("0\n", Structure.Of(read));
        else
            Assert.Equal(AsInJson(Structure.Of(result)), AsInJson(Structure.Of(read)));
    }

    [Theory]
    [MemberData(nameof(FaultTypes))]
    public void Fault_that_was_written_is_read_again(string name)
    {
        var type = Contracts.FindDataType(name)!;
        var fault = (MethodFault)new SampleObjects(full: true).Object(type, 0);

        var read = JsonResponseReader.ReadFault(JsonMessages.Fault(fault, "what happened"));

        Assert.Equal(AsInJson(Structure.Of(fault)), AsInJson(Structure.Of(read)));
    }

    [Fact]
    public void Message_of_a_fault_in_other_data_survives()
    {
        var operation = Contracts.Sms.FindOperation("QuerySmsTaskInfo")!;
        var info = new SmsTaskInfo
        {
            Key = "k",
            Task = new("SmsTask", "task-1"),
            State = "error",
            StartTime = DateTimeOffset.UnixEpoch,
            Error = new() { Fault = new TooMany { MaxBatchSize = 4 }, LocalizedMessage = "too many" },
        };

        var read = (SmsTaskInfo)JsonResponseReader.ReadResult(JsonMessages.Result(operation, info), operation)!;

        Assert.Equal("too many", read.Error!.LocalizedMessage);
        Assert.Equal(4, Assert.IsType<TooMany>(read.Error.Fault).MaxBatchSize);
    }

    // A fault in other data travels without its wrapper, the message being among the fault's own. The first test of the
    // messages shows that it is not lost.
    private static string AsInJson(string structure)
    {
        List<string> kept = [];
        int? skippedFrom = null;
        foreach (var line in structure.Split('\n'))
        {
            var indent = line.Length - line.TrimStart().Length;
            if (indent > skippedFrom)
                continue;
            skippedFrom = null;
            if (line.Contains("faultMessage = ", StringComparison.Ordinal))
                skippedFrom = indent;
            else if (!line.Contains("localizedMessage = ", StringComparison.Ordinal))
                kept.Add(line);
        }
        return string.Join('\n', kept);
    }
}
