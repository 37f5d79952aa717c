namespace VasaSim.Server.Tests.Cookbook;

/// <summary>What came over a connection until it ended.</summary>
/// <param name="Head">The status line and the headers.</param>
/// <param name="Body">What followed, as it came.</param>
/// <param name="WasReset">Whether the connection ended by TCP RST.</param>
internal sealed record RawReply(string Head, byte[] Body, bool WasReset)
{
    /// <summary>The length that the head promises; null without one.</summary>
    public int? Promised => Head.Split("\r\n").FirstOrDefault(h => h.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase)) is { } header
        ? int.Parse(header["Content-Length: ".Length..], System.Globalization.CultureInfo.InvariantCulture)
        : null;
}
