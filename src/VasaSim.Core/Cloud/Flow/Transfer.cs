namespace VasaSim.Core.Cloud.Flow;

/// <summary>A transfer on its way: the last byte is sent at <see cref="Sent"/>, and there at <see cref="Due"/>, the link's lag later.</summary>
/// <param name="From">When it begins; the moment whose data it brings.</param>
/// <param name="Bytes">How much it brings.</param>
/// <param name="Sent">When all of it is sent.</param>
/// <param name="Due">When all of it is there.</param>
/// <param name="IsInitial">Whether it is the first one.</param>
public sealed record Transfer(DateTimeOffset From, long Bytes, DateTimeOffset Sent, DateTimeOffset Due, bool IsInitial)
{
    /// <summary>Since when it is as fast as it is; <see cref="From"/>, or when the link changed.</summary>
    public DateTimeOffset Resumed { get; init; } = From;

    /// <summary>Bytes that were sent until then.</summary>
    public long Done { get; init; }

    /// <summary>What is sent at the speed of now, as a stretch.</summary>
    internal TransferredStretch Rest => new(Resumed, Sent, Bytes - Done);

    /// <summary>A transfer over a link.</summary>
    internal static Transfer Over(LinkSpeed speed, DateTimeOffset from, long bytes, bool isInitial)
    {
        DateTimeOffset sent = from + speed.TimeToSend(bytes);
        return new(from, bytes, sent, sent + speed.Lag, isInitial);
    }

    /// <summary>How many bytes are sent by a moment.</summary>
    internal long SentBy(DateTimeOffset time) => Done + Rest.BytesBefore(time);

    /// <summary>What was sent at the speed of now until a moment.</summary>
    internal TransferredStretch RestUntil(DateTimeOffset now) => new(Resumed, now < Sent ? now : Sent, Rest.BytesBefore(now));

    /// <summary>The same from where it is now, at another speed; what is on its way comes with the new lag.</summary>
    internal Transfer At(LinkSpeed speed, DateTimeOffset now)
    {
        long done = SentBy(now);
        DateTimeOffset sent = done < Bytes ? now + speed.TimeToSend(Bytes - done) : Sent;
        DateTimeOffset due = sent + speed.Lag;
        return this with { Resumed = now, Done = done, Sent = sent, Due = due > now ? due : now };
    }
}
