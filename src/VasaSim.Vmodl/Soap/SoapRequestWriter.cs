using System.Buffers;

namespace VasaSim.Vmodl.Soap;

/// <summary>Writes SOAP requests.</summary>
public static class SoapRequestWriter
{
    /// <summary>Writes a call.</summary>
    /// <param name="output">Takes the message.</param>
    /// <param name="target">The object that the method is called on.</param>
    /// <param name="request">The method and its arguments; those that are null are left out.</param>
    /// <param name="version">The version that the server is asked in.</param>
    /// <param name="sessionCookie">The session to name in the header, if any.</param>
    public static void Write(
        IBufferWriter<byte> output,
        ManagedObjectReference target,
        Request request,
        ApiVersion version,
        string? sessionCookie)
    {
        var wireNamespace = request.Operation.Service.WireNamespace;
        var name = request.Operation.WireName.Bytes;
        var writer = new SoapElementWriter(output, version);
        SoapEnvelope.Open(ref writer);
        if (sessionCookie is not null)
        {
            writer.Raw("<soapenv:Header><vcSessionCookie>"u8);
            writer.Text(sessionCookie);
            writer.Raw("</vcSessionCookie></soapenv:Header>\n"u8);
        }
        SoapEnvelope.OpenBody(ref writer);
        var outer = writer.Open(name, wireNamespace);
        writer.Raw(">"u8);
        writer.Reference("_this"u8, wireNamespace, target);
        request.WriteMembers(ref writer);
        writer.Close(name, outer);
        SoapEnvelope.Close(ref writer);
    }
}
