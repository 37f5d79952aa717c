namespace VasaSim.Server.Journal;

/// <summary>
/// Bytes in the order they came, up to a number; the first to come are the first to go. They lie in blocks that are made
/// when first needed and stay: kept as objects of their own, they would cost the garbage collector more than the calls that
/// they are of. Not safe for threads.
/// </summary>
/// <param name="capacity">How many bytes it holds.</param>
internal sealed class ByteRing(long capacity)
{
    private const int BlockSize = 1 << 20;

    private readonly byte[]?[] _blocks = new byte[]?[(capacity + BlockSize - 1) / BlockSize];
    private long _end;

    /// <summary>How many bytes it holds at most.</summary>
    public long Capacity => capacity;

    /// <summary>How many bytes it has.</summary>
    public long Used { get; private set; }

    /// <summary>Adds bytes; there must be room for them.</summary>
    /// <returns>Where they are, for <see cref="Read"/>.</returns>
    public long Append(ReadOnlySpan<byte> bytes)
    {
        long start = _end;
        while (!bytes.IsEmpty)
        {
            Span<byte> room = RoomAt(_end);
            int count = Math.Min(room.Length, bytes.Length);
            bytes[..count].CopyTo(room);
            bytes = bytes[count..];
            _end += count;
            Used += count;
        }

        return start;
    }

    /// <summary>Copies bytes that are still there.</summary>
    public byte[] Read(long start, int length)
    {
        byte[] copy = new byte[length];
        for (int done = 0; done < length;)
        {
            Span<byte> room = RoomAt(start + done);
            int count = Math.Min(room.Length, length - done);
            room[..count].CopyTo(copy.AsSpan(done));
            done += count;
        }

        return copy;
    }

    /// <summary>Lets the first bytes go.</summary>
    public void Free(long count) => Used -= count;

    private Span<byte> RoomAt(long position)
    {
        ref byte[]? block = ref _blocks[position / BlockSize % _blocks.Length];
        block ??= GC.AllocateUninitializedArray<byte>(BlockSize);
        return block.AsSpan((int)(position % BlockSize));
    }
}
