using System.Text;
using VasaSim.Vmodl.Soap;
using VasaSim.Vmodl.Tests.Samples;

namespace VasaSim.Vmodl.Tests.Soap;

public sealed class RoundTripTests
{
    public static TheoryData<string, string, bool> ByName() => Operations.ByName();

    public static TheoryData<string> FaultTypes() => Operations.Faults();

    [Theory]
    [MemberData(nameof(ByName))]
    public void Request_that_was_written_is_read_again(string service, string name, bool full)
    {
        var operation = Operations.Find(service, name);
        var request = new SampleObjects(full).Request(operation);

        var read = Messages.Read(Messages.Request(request, "the cookie"), operation.Service);

        Assert.Null(read.ErrorText);
        Assert.Null(read.InvalidArgument);
        Assert.Same(operation, read.Operation);
        Assert.Same(operation, read.Request!.Operation);
        Assert.Equal(new ManagedObjectReference("Target", "target-1"), read.This);
        Assert.Equal("the cookie", read.SessionCookie);
        Assert.Equal(Structure.Of(request), Structure.Of(read.Request));
    }

    [Theory]
    [MemberData(nameof(ByName))]
    public void Result_that_was_written_is_read_again(string service, string name, bool full)
    {
        var operation = Operations.Find(service, name);
        var result = new SampleObjects(full).Result(operation);

        var read = SoapResponseReader.Read(Messages.Result(operation, result), operation);

        Assert.Null(read.Problem);
        Assert.False(read.IsFault);
        Assert.Equal(Structure.Of(result), Structure.Of(read.Result));
    }

    [Theory]
    [MemberData(nameof(FaultTypes))]
    public void Fault_that_was_written_is_read_again(string name)
    {
        var type = Contracts.FindDataType(name)!;
        var fault = (Vim.MethodFault)new SampleObjects(full: true).Object(type, 0);

        var read = SoapResponseReader.Read(Messages.Fault(fault, "what <happened>"), Contracts.Sms.Operations[0]);

        Assert.Null(read.Problem);
        Assert.True(read.IsFault);
        Assert.Equal("ServerFaultCode", read.FaultCode);
        Assert.Equal("what <happened>", read.FaultString);
        Assert.Equal(name + "Fault", read.FaultElement);
        Assert.Equal(Structure.Of(fault), Structure.Of(read.Fault));
    }

    [Fact]
    public void Text_survives_whatever_xml_allows_and_illegal_characters_are_replaced()
    {
        var operation = Contracts.Sms.FindOperation("UnregisterProvider_Task")!;
        var text = new StringBuilder();
        for (var i = 0; i <= char.MaxValue; i++)
            text.Append((char)i);

        var read = Messages.Read(Messages.Request(new Sms.UnregisterProviderRequest { ProviderId = text.ToString() }));

        var got = Assert.IsType<Sms.UnregisterProviderRequest>(read.Request).ProviderId;
        for (var i = 0; i <= char.MaxValue; i++)
        {
            var c = (char)i;
            var legal = c is '\t' or '\n' or '\r' or (>= ' ' and <= '\uD7FF') or (>= '\uE000' and <= '\uFFFD');
            // The whole range in order makes one pair of the last high and the first low surrogate.
            if (c is '\uDBFF' or '\uDC00')
                legal = true;
            Assert.Equal(legal ? c : '\uFFFD', got[i]);
        }
        Assert.Same(operation, read.Operation);
    }

    [Fact]
    public void Long_text_with_surrogates_survives_the_writers_pieces()
    {
        for (var shift = 0; shift < 3; shift++)
        {
            var text = new string('x', shift) + string.Concat(Enumerable.Repeat("\U0001F680", 5000));

            var read = Messages.Read(Messages.Request(new Sms.UnregisterProviderRequest { ProviderId = text }));

            Assert.Equal(text, Assert.IsType<Sms.UnregisterProviderRequest>(read.Request).ProviderId);
        }
    }
}
