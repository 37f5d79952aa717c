using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using VasaSim.Vmodl.Json;
using VasaSim.Vmodl.Soap;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Tests.Json;

/// <summary>Short ways to read and write VI JSON bodies.</summary>
internal static class JsonMessages
{
    public static byte[] Request(Request request, string version = "9.1.0.0") =>
        Write(output => JsonRequestWriter.Write(output, request, ApiVersion.Parse(version)));

    public static byte[] Result(OperationInfo operation, object? result, string version = "9.1.0.0") =>
        Write(output => JsonResponseWriter.WriteResult(output, operation, result, ApiVersion.Parse(version)));

    public static byte[] Fault(MethodFault fault, string message = "no", string version = "9.1.0.0") =>
        Write(output => JsonResponseWriter.WriteFault(output, fault, message, ApiVersion.Parse(version)));

    public static byte[] Value(TypeRef type, object? value, string version = "9.1.0.0") =>
        Write(output => JsonResponseWriter.WriteValue(output, type, value, ApiVersion.Parse(version)));

    public static JsonRequest Read(ReadOnlyMemory<byte> body, OperationInfo operation, MessageLimits? limits = null) =>
        JsonRequestReader.Read(new ReadOnlySequence<byte>(body), operation, limits ?? MessageLimits.Default);

    public static JsonRequest Read(string body, string operation, MessageLimits? limits = null) =>
        Read(Encoding.UTF8.GetBytes(body), Contracts.Sms.FindOperation(operation)!, limits);

    public static string Text(byte[] body) => Encoding.UTF8.GetString(body);

    /// <summary>Compares without regard to white space; the order of members counts.</summary>
    public static void Equal(string expected, byte[] body) =>
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), JsonNode.Parse(body)!.ToJsonString());

    private static byte[] Write(Action<IBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(output);
        return output.WrittenSpan.ToArray();
    }
}
