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

    private static readonly Mutation Mutation = new(Seeds, Pieces);

    [Fact]
    public void Mutated_requests_never_throw() => Prop.ForAll(Mutation.Any.ToArbitrary(), mutation =>
    {
        var read = JsonMessages.Read(Mutation.Apply(mutation), Methods[mutation.Seed]);

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
}
