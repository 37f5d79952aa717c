using System.Buffers;
using System.Text;
using VasaSim.Vmodl.Soap;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Tests.Samples;

/// <summary>Short ways to read and write messages.</summary>
internal static class Messages
{
    public static byte[] Request(Request request, string? cookie = null, ApiVersion? version = null)
    {
        var output = new ArrayBufferWriter<byte>();
        SoapRequestWriter.Write(
            output, new("Target", "target-1"), request, version ?? ApiVersion.Newest, cookie);
        return output.WrittenSpan.ToArray();
    }

    public static byte[] Result(OperationInfo operation, object? result, ApiVersion? version = null)
    {
        var output = new ArrayBufferWriter<byte>();
        SoapResponseWriter.WriteResult(output, operation, result, version ?? ApiVersion.Newest);
        return output.WrittenSpan.ToArray();
    }

    public static byte[] Fault(MethodFault fault, string message = "no", ApiVersion? version = null)
    {
        var output = new ArrayBufferWriter<byte>();
        SoapResponseWriter.WriteFault(output, Contracts.Sms, fault, message, version ?? ApiVersion.Newest);
        return output.WrittenSpan.ToArray();
    }

    public static SoapRequest Read(ReadOnlyMemory<byte> body, ServiceContract? contract = null, string? charset = null)
    {
        using var reader = new SoapRequestReader();
        return reader.Read(body, charset, contract ?? Contracts.Sms);
    }

    public static SoapRequest Read(string body, ServiceContract? contract = null, string? charset = null) =>
        Read(Encoding.UTF8.GetBytes(body), contract, charset);

    /// <summary>A request of SMS with this inside the body, in a form of which only the method's element varies.</summary>
    public static string Envelope(string body) =>
        "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\" "
        + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\">"
        + $"<soapenv:Body>{body}</soapenv:Body></soapenv:Envelope>";
}
