using System.Text;
using FsCheck;
using FsCheck.Fluent;
using VasaSim.Vmodl.Soap;
using VasaSim.Vmodl.Tests.Samples;

namespace VasaSim.Vmodl.Tests.Soap;

public sealed class FuzzTests
{
    private static readonly byte[][] Seeds =
        [.. Operations.All.Select(operation => Messages.Request(new SampleObjects(full: true).Request(operation), "cookie"))];

    // Pieces that are more likely than random bytes to lead a parser astray.
    private static readonly byte[][] Pieces =
        [.. new[]
        {
            "<", ">", "/>", "</", "&", "&#0;", "&#xD800;", "&#x110000;", "&amp;", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>",
            "<?xml version='1.0' encoding='utf-16'?>", "<!DOCTYPE a [", "xmlns=\"\"", "xmlns:x=''", " xsi:type=\"", "xsi:nil=\"true\"",
            "xsi:type=\"ArrayOfVVolId\"", "xsi:type=\"MethodFault\"", "\0", "\uFFFF", "\uFEFF", "<_this type='a'>", "</_this>",
            "<Body>", "</soapenv:Body>", "encoding=", "\"", "'", ":", " ",
        }.Select(Encoding.UTF8.GetBytes)];

    private static readonly Mutation Mutation = new(Seeds, Pieces);

    [Fact]
    public void Mutated_requests_never_throw()
    {
        using var reader = new SoapRequestReader();
        var charsets = new[] { null, "utf-8", "iso-8859-1", "utf-16" };

        Prop.ForAll(Mutation.Any.ToArbitrary(), mutation =>
        {
            var message = Mutation.Apply(mutation);
            var charset = charsets[mutation.Edits.Length % 7 == 3 ? mutation.Seed % charsets.Length : 0];

            foreach (var contract in new[] { Contracts.Sms, Contracts.Vim })
            {
                var read = reader.Read(message, charset, contract);
                // What can be executed is complete.
                Assert.True(read.Error is not null || read.This is not null);
                Assert.True(read.Error is not null || read.Operation is null == read.Request is null);
                Assert.Equal(read.Error is null, read.ErrorText is null);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000).WithEndSize(20));
    }

    [Fact]
    public void Truncated_requests_are_never_taken_for_whole_ones()
    {
        using var reader = new SoapRequestReader();
        foreach (var seed in Seeds)
        {
            for (var length = 0; length < seed.Length; length += 7)
                Assert.NotNull(reader.Read(seed.AsMemory(0, length), null, Contracts.Sms).Error);
        }
    }
}
