using System.Buffers;

namespace VasaSim.Vmodl.Json;

/// <summary>Writes the bodies of VI JSON calls.</summary>
public static class JsonRequestWriter
{
    /// <summary>Writes the arguments of a call; those that are null are left out.</summary>
    /// <param name="output">Takes the message.</param>
    /// <param name="request">The method and its arguments.</param>
    /// <param name="version">The version that the server is asked in.</param>
    public static void Write(IBufferWriter<byte> output, Request request, ApiVersion version)
    {
        using var writer = new JsonElementWriter(output, version);
        writer.Object(default, request);
    }
}
