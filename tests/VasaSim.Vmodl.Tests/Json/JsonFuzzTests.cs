using System.Text;
using FsCheck;
using FsCheck.Fluent;
using VasaSim.Vmodl.Tests.Samples;

namespace VasaSim.Vmodl.Tests.Json;

public sealed class JsonFuzzTests
{
    private static readonly OperationInfo[] Methods = [.. Operations.All];

    private static readonly byte[][] Seeds =
        [.. Methods.Select(operation => JsonMessages.Request(new SampleObjects(full: true).Request(operation)))];

    // Pieces that are more likely than random bytes to lead a parser astray.
    private static readonly byte[][] Pieces =
        [.. new[]
        {
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "null", "true", "-", "1e999", "NaN", "//", "/*", "\0",
            "\uFEFF", "\"_typeName\":\"ArrayOfVVolId\",", "\"_typeName\":\"MethodFault\",", "\"_typeName\":7,", "\"_value\":[],",
            "\"_value\":{\"_value\":1},", "\"_this\":null,", "99999999999999999999", " ",
        }.Select(Encoding.UTF8.GetBytes)];

    private static readonly Gen<(int Seed, (int Kind, int Position, int Value)[] Edits)> Mutations =
        from seed in Gen.Choose(0, Seeds.Length - 1)
        from edits in Gen.ArrayOf(
            from kind in Gen.Choose(0, 3)
            from position in Gen.Choose(0, int.MaxValue)
            from value in Gen.Choose(0, int.MaxValue)
            select (kind, position, value))
        select (seed, edits);

    [Fact]
    public void Mutated_requests_never_throw() => Prop.ForAll(Mutations.ToArbitrary(), mutation =>
    {
        var read = JsonMessages.Read(Mutate(Seeds[mutation.Seed], mutation.Edits), Methods[mutation.Seed]);

        Assert.True(read.Error is not null || read.Request is not null);
        Assert.Equal(read.Error is null, read.ErrorText is null);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000).WithEndSize(20));

    [Fact]
    public void Truncated_requests_are_never_taken_for_whole_ones()
    {
        for (var i = 0; i < Seeds.Length; i++)
        {
            for (var length = 1; length < Seeds[i].Length; length += 7)
                Assert.NotNull(JsonMessages.Read(Seeds[i].AsMemory(0, length), Methods[i]).Error);
        }
    }

    private static byte[] Mutate(byte[] seed, (int Kind, int Position, int Value)[] edits)
    {
        var message = new List<byte>(seed);
        foreach (var (kind, random, value) in edits)
        {
            var position = message.Count == 0 ? 0 : random % message.Count;
            var length = Math.Min(value % 50, message.Count - position);
            switch (kind)
            {
                case 0 when message.Count > 0:
                    message[position] = (byte)value;
                    break;
                case 1:
                    message.RemoveRange(position, length);
                    break;
                case 2:
                    message.InsertRange(position, message.GetRange(position, length));
                    break;
                default:
                    message.InsertRange(position, Pieces[value % Pieces.Length]);
                    break;
            }
        }
        return [.. message];
    }
}
