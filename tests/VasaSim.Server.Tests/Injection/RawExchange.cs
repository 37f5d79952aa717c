using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace VasaSim.Server.Tests.Injection;

/// <summary>One request over a socket of its own, and what came back until the connection ended.</summary>
/// <param name="Bytes">What came, below TLS decrypted.</param>
/// <param name="Ending">How the connection ended: <c>FIN</c> or <c>RST</c>.</param>
public sealed record RawExchange(byte[] Bytes, string Ending)
{
    public string Text => Encoding.Latin1.GetString(Bytes);

    /// <summary>What follows the head.</summary>
    public string Body => Text[(Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    public static async Task<RawExchange> SendAsync(Uri server, byte[] request, bool tls)
    {
        using Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        List<byte> bytes = [];
        try
        {
            // A server that refuses may be quicker than the client's own connect.
            await socket.ConnectAsync(server.Host, server.Port, TestContext.Current.CancellationToken);
            NetworkStream plain = new(socket);
            Stream stream = plain;
            if (tls)
            {
#pragma warning disable CA5359 // The test is about what comes below TLS.
                SslStream secure = new(plain, leaveInnerStreamOpen: true, (_, _, _, _) => true);
#pragma warning restore CA5359
                await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost" }, TestContext.Current.CancellationToken);
                stream = secure;
            }

            await stream.WriteAsync(request, TestContext.Current.CancellationToken);
            byte[] buffer = new byte[4096];
            while (await stream.ReadAsync(buffer, TestContext.Current.CancellationToken) is > 0 and int length)
            {
                bytes.AddRange(buffer[..length]);
            }
        }
        catch (IOException e) when (e.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            return new RawExchange([.. bytes], "RST");
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionReset)
        {
            return new RawExchange([.. bytes], "RST");
        }
        catch (IOException)
        {
            // TLS does not like a FIN without its own farewell; the socket below tells which it was.
        }

        return new RawExchange([.. bytes], await EndOfAsync(socket));
    }

    /// <summary>A SOAP request of the Storage Monitoring Service as bytes, on a connection to be kept.</summary>
    public static byte[] Soap(string session, string target, string type, string body) => Http(
        "/sms/sdk",
        "Content-Type: text/xml; charset=utf-8\r\nSOAPAction: \"urn:sms/8.0.3.0\"\r\n",
        $"""
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header><vcSessionCookie>{session}</vcSessionCookie></s:Header><s:Body>{body.Replace("<_this/>", $"<_this type=\"{type}\">{target}</_this>", StringComparison.Ordinal)}</s:Body></s:Envelope>
        """);

    private static byte[] Http(string path, string headers, string body) =>
        Encoding.UTF8.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    private static async Task<string> EndOfAsync(Socket socket)
    {
        try
        {
            byte[] rest = new byte[256];
            while (await socket.ReceiveAsync(rest, TestContext.Current.CancellationToken) > 0)
            {
            }

            return "FIN";
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionReset)
        {
            return "RST";
        }
    }
}
