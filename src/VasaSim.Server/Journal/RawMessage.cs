using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace VasaSim.Server.Journal;

/// <summary>A request or reply as it was on the wire, secrets and all: it is shown only through <see cref="MaskedMessage"/>.</summary>
/// <param name="StartLine">The request line or status line, without its end.</param>
/// <param name="Headers">The headers in their order.</param>
/// <param name="Body">
/// The body, decoded if it was sent in chunks; empty for one that is too large, that went to no known path, or that is a file
/// which the simulator serves.
/// </param>
internal sealed record RawMessage(string StartLine, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    private const string LineEnd = "\r\n";
    private const string Colon = ": ";

    /// <summary>Writes the head of a message as <see cref="Parse"/> reads it.</summary>
    public static void WriteHead(IBufferWriter<byte> output, string startLine, IHeaderDictionary headers)
    {
        Encoding.UTF8.GetBytes(startLine, output);
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in headers)
        {
            foreach (string? value in values)
            {
                Encoding.UTF8.GetBytes(LineEnd, output);
                Encoding.UTF8.GetBytes(name, output);
                Encoding.UTF8.GetBytes(Colon, output);
                Encoding.UTF8.GetBytes(value ?? "", output);
            }
        }
    }

    /// <summary>Reads a head that was written here, and puts a body to it.</summary>
    public static RawMessage Parse(ReadOnlySpan<byte> head, byte[] body)
    {
        // Neither the names nor the values of headers can hold the end of a line.
        string[] lines = Encoding.UTF8.GetString(head).Split(LineEnd);
        return new RawMessage(lines[0], [.. lines.Skip(1).Select(line => line.Split(Colon, 2)).Select(parts => (parts[0], parts[1]))], body);
    }
}
