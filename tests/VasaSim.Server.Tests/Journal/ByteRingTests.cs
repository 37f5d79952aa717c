using VasaSim.Server.Journal;

namespace VasaSim.Server.Tests.Journal;

public sealed class ByteRingTests
{
    [Fact]
    public void What_is_not_freed_can_be_read_however_often_the_ring_has_turned()
    {
        ByteRing ring = new(3_000_000);
        Queue<(long Start, byte Value, int Length)> kept = [];
        for (int i = 0; i < 100; i++)
        {
            byte value = (byte)i;
            int length = 1 + (i * 7_919 % 700_000);
            while (ring.Used + length > ring.Capacity)
            {
                ring.Free(kept.Dequeue().Length);
            }

            byte[] bytes = new byte[length];
            bytes.AsSpan().Fill(value);
            kept.Enqueue((ring.Append(bytes), value, length));
            Assert.Equal(kept.Sum(k => (long)k.Length), ring.Used);
            Assert.All(kept, k => Assert.False(ring.Read(k.Start, k.Length).AsSpan().ContainsAnyExcept(k.Value)));
        }
    }
}
