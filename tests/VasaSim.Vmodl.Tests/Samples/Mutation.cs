using FsCheck;
using FsCheck.Fluent;

namespace VasaSim.Vmodl.Tests.Samples;

/// <summary>Changes messages as chance will have it: bytes replaced, left out, repeated, and pieces put in between.</summary>
internal sealed class Mutation(byte[][] seeds, byte[][] pieces)
{
    private const int LongestStart = 300;

    /// <summary>Any changes of any of the messages.</summary>
    public Gen<(int Seed, (int Kind, int Position, int Value)[] Edits)> Any { get; } =
        from seed in Gen.Choose(0, seeds.Length - 1)
        from edits in Gen.ArrayOf(
            from kind in Gen.Choose(0, 4)
            from position in Gen.Choose(0, int.MaxValue)
            from value in Gen.Choose(0, int.MaxValue)
            select (kind, position, value))
        select (seed, edits);

    /// <summary>The message after the changes.</summary>
    public byte[] Apply((int Seed, (int Kind, int Position, int Value)[] Edits) mutation)
    {
        var message = new List<byte>(seeds[mutation.Seed]);
        foreach (var (kind, random, value) in mutation.Edits)
        {
            var position = message.Count == 0 ? 0 : random % message.Count;
            var length = Math.Min(value % 50, message.Count - position);
            switch (kind)
            {
                case 0 when message.Count > 0:
                    message[position] = (byte)value;
                    break;
                case 1:
                    message.InsertRange(position, pieces[value % pieces.Length]);
                    break;
                case 2:
                    message.RemoveRange(position, length);
                    break;
                case 3:
                    message.InsertRange(position, message.GetRange(position, length));
                    break;
                default:
                    var other = seeds[value % seeds.Length];
                    message.InsertRange(position, other[..Math.Min(LongestStart, other.Length)]);
                    break;
            }
        }
        return [.. message];
    }
}
