using System.Buffers;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Soap;

/// <summary>Writes SOAP responses. Nothing newer than the caller's version is written.</summary>
public static class SoapResponseWriter
{
    /// <summary>Writes the result of a method.</summary>
    /// <param name="output">Takes the message.</param>
    /// <param name="operation">The method that was called.</param>
    /// <param name="result">
    /// A value of the declared type, for lists an <see cref="IReadOnlyList{T}"/>; null for nothing or unset. An empty
    /// list is written like an unset one.
    /// </param>
    /// <param name="version">The caller's version.</param>
    /// <exception cref="ArgumentException">The result does not fit the declared type.</exception>
    public static void WriteResult(
        IBufferWriter<byte> output, OperationInfo operation, object? result, ApiVersion version)
    {
        if (result is not null && operation.Returns is null)
            throw new ArgumentException($"{operation.Name} returns nothing.", nameof(result));

        var wireNamespace = operation.Service.WireNamespace;
        var writer = new SoapElementWriter(output, version);
        SoapEnvelope.Open(ref writer);
        SoapEnvelope.OpenBody(ref writer);
        var outer = writer.Open(operation.WireResponseName.Bytes, wireNamespace);
        writer.Raw(">"u8);
        if (operation.Returns is { } type)
            writer.Value("returnval"u8, wireNamespace, type, result);
        writer.Close(operation.WireResponseName.Bytes, outer);
        SoapEnvelope.Close(ref writer);
    }

    /// <summary>Writes a fault. Over HTTP it goes with status 500, whatever the fault.</summary>
    /// <param name="output">Takes the message.</param>
    /// <param name="contract">The service that was called.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="message">What to tell people.</param>
    /// <param name="version">The caller's version.</param>
    public static void WriteFault(
        IBufferWriter<byte> output, ServiceContract contract, MethodFault fault, string message, ApiVersion version)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var writer = new SoapElementWriter(output, version);
        SoapEnvelope.Open(ref writer);
        SoapEnvelope.OpenBody(ref writer);
        writer.Raw("<soapenv:Fault><faultcode>ServerFaultCode</faultcode><faultstring>"u8);
        writer.Text(message);
        writer.Raw("</faultstring><detail>"u8);
        writer.FaultDetail(fault);
        writer.Raw("</detail></soapenv:Fault>"u8);
        SoapEnvelope.Close(ref writer);
    }
}
