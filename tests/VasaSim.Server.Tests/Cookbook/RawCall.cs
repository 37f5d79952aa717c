using System.Buffers;
using System.Net.Sockets;
using System.Text;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Soap;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Cookbook;

/// <summary>A SOAP call over a socket of its own, to see what comes over it byte by byte and how it ends.</summary>
internal sealed class RawCall(TcpClient socket) : IDisposable
{
    private static readonly byte[] _headEnd = "\r\n\r\n"u8.ToArray();

    public static async Task<RawCall> SendAsync(Uri server, SoapClient client, ManagedObjectReference target, Request request)
    {
        ArrayBufferWriter<byte> body = new();
        SoapRequestWriter.Write(body, target, request, client.Version, client.Session);
        string head = $"POST {request.Operation.Service.Path} HTTP/1.1\r\nHost: sim\r\nContent-Type: text/xml\r\nConnection: close\r\n"
            + $"SOAPAction: \"{request.Operation.Service.Namespace}/{client.Version}\"\r\nContent-Length: {body.WrittenCount}\r\n\r\n";
        TcpClient socket = new();
        await socket.ConnectAsync(server.Host, server.Port, TestContext.Current.CancellationToken);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
        await socket.GetStream().WriteAsync(body.WrittenMemory, TestContext.Current.CancellationToken);
        return new RawCall(socket);
    }

    /// <summary>All that comes until the connection ends.</summary>
    public async Task<RawReply> ReadAsync()
    {
        using MemoryStream all = new();
        bool wasReset = false;
        try
        {
            await socket.GetStream().CopyToAsync(all, TestContext.Current.CancellationToken);
        }
        catch (IOException e) when (e.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            wasReset = true;
        }

        ReadOnlySpan<byte> bytes = all.ToArray();
        int end = bytes.IndexOf(_headEnd);
        return end < 0
            ? new RawReply(Encoding.ASCII.GetString(bytes), [], wasReset)
            : new RawReply(Encoding.ASCII.GetString(bytes[..end]), bytes[(end + _headEnd.Length)..].ToArray(), wasReset);
    }

    public void Dispose() => socket.Dispose();
}
