using VasaSim.Configuration.Texts;
using VasaSim.Core.Model;

namespace VasaSim.Server.Control;

/// <summary>A link between two fault domains or two clouds.</summary>
public sealed record LinkReport
{
    /// <summary>One end; the id that sorts first.</summary>
    public required string A { get; init; }

    /// <summary>The other end.</summary>
    public required string B { get; init; }

    /// <summary>Whether data and control messages pass.</summary>
    public required bool Up { get; init; }

    /// <summary>How far the target is behind, such as <c>4m</c>.</summary>
    public required string Lag { get; init; }

    /// <summary>The limit, such as <c>50MB/s</c>; null: none.</summary>
    public required string? Bandwidth { get; init; }

    /// <summary>When it was down, oldest first; the last outage has no end while it is down.</summary>
    public required IReadOnlyList<OutageReport> Outages { get; init; }

    internal static LinkReport Of(Link link) => new()
    {
        A = link.A,
        B = link.B,
        Up = link.Up,
        Lag = DurationText.Format(link.Lag),
        Bandwidth = link.Bandwidth is { } bandwidth ? SizeText.FormatPerSecond(bandwidth) : null,
        Outages = [.. link.Outages.Select(o => new OutageReport(o.From, o.To))],
    };
}

/// <summary>A time without the link, in simulated time.</summary>
public sealed record OutageReport(DateTimeOffset From, DateTimeOffset? To);

/// <summary>All links that the lab names or that were changed.</summary>
public sealed record LinkList(IReadOnlyList<LinkReport> Links);
