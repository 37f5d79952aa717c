using System.Text;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Soap;
using VasaSim.Vmodl.Tests.Samples;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Tests.Soap;

public sealed class EncodingTests
{
    private const string Text = "Grüße & <Kisses>";

    private static readonly string Message = Messages.Envelope(
        "<UnregisterProvider_Task xmlns='urn:sms'><_this type='SmsStorageManager'>sm</_this>"
        + "<providerId>Grüße &amp; &#x3C;Kisses&gt;</providerId></UnregisterProvider_Task>");

    public static TheoryData<string, string?, string> Encoded() => new()
    {
        { "utf-8", null, "" },
        { "utf-8", null, "<?xml version='1.0'?>" },
        { "utf-8", null, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" },
        { "utf-8", "utf-8", "" },
        { "utf-8", "\"UTF-8\"", "" },
        { "utf-8", "utf-8", "<?xml version='1.0' encoding='iso-8859-1'?>" },
        { "utf-8", null, "<?xml version='1.0'?><?some instruction?>" },
        { "utf-8", "utf-8", "<?some instruction?>" },
        { "iso-8859-1", null, "<?xml version='1.0' encoding='iso-8859-1'?>" },
        { "iso-8859-1", "iso-8859-1", "" },
        { "iso-8859-1", "ISO-8859-1", "<?xml version='1.0' encoding='utf-8'?>" },
        { "windows-1252", "windows-1252", "" },
        { "windows-1252", null, "<?xml version='1.0' encoding='windows-1252'?>" },
        { "utf-16", null, "<?xml version='1.0' encoding='utf-16'?>" },
        { "utf-16", "utf-16", "" },
        { "utf-16BE", null, "<?xml version='1.0' encoding='utf-16'?>" },
        { "utf-16LE", "utf-16le", "" },
    };

    [Theory]
    [MemberData(nameof(Encoded))]
    public void Charset_and_declaration_are_followed(string encoding, string? charset, string declaration)
    {
        var found = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        // Without a charset from outside only the mark tells UTF-16.
        byte[] mark = charset is null ? found.GetPreamble() : [];

        var read = Messages.Read((byte[])[.. mark, .. found.GetBytes(declaration + Message)], charset: charset);

        Assert.Null(read.ErrorText);
        Assert.Equal(Text, Assert.IsType<UnregisterProviderRequest>(read.Request).ProviderId);
    }

    [Fact]
    public void Byte_order_mark_is_accepted()
    {
        foreach (var charset in new[] { null, "utf-8" })
        {
            var read = Messages.Read((byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Message)], charset: charset);

            Assert.Null(read.ErrorText);
            Assert.Equal(Text, Assert.IsType<UnregisterProviderRequest>(read.Request).ProviderId);
        }
    }

    [Theory]
    [InlineData("klingon")]
    [InlineData("utf-7")]
    public void Unknown_charset_is_an_invalid_request(string charset)
    {
        var read = Messages.Read(Message, charset: charset);

        Assert.IsType<InvalidRequest>(read.Error);
        Assert.Contains(charset, read.ErrorText, StringComparison.Ordinal);
        Assert.IsType<InvalidRequest>(Messages.Read($"<?xml version='1.0' encoding='{charset}'?>" + Message).Error);
    }

    [Theory]
    [InlineData("<![CDATA[a <b> & c]]>", "a <b> & c")]
    [InlineData("a<![CDATA[<?b?>]]>c", "a<?b?>c")]
    [InlineData("a<!-- x -->b", "ab")]
    [InlineData("a<?pi x?>b", "ab")]
    [InlineData("  a  ", "  a  ")]
    [InlineData("   ", "   ")]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("&#13;&#10;", "\r\n")]
    [InlineData("", "")]
    public void Text_is_put_together_from_its_pieces(string xml, string expected)
    {
        var read = Messages.Read(Messages.Envelope(
            $"<UnregisterProvider_Task><_this type='x'>y</_this><providerId>{xml}</providerId></UnregisterProvider_Task>"));

        Assert.Null(read.ErrorText);
        Assert.Equal(expected, Assert.IsType<UnregisterProviderRequest>(read.Request).ProviderId);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("<![CDATA[{0}]]>")]
    [InlineData("<!-- {0} -->{0}")]
    public void Text_may_be_longer_than_any_tag(string xml)
    {
        var text = new string('x', 1_000_000);

        var read = Messages.Read(Messages.Envelope(
            $"<UnregisterProvider_Task><_this type='x'>y</_this><providerId>{xml.Replace("{0}", text, StringComparison.Ordinal)}"
            + "</providerId></UnregisterProvider_Task>"));

        Assert.Null(read.ErrorText);
        Assert.Equal(text, Assert.IsType<UnregisterProviderRequest>(read.Request).ProviderId);
    }

    [Fact]
    public void Invalid_utf8_is_an_invalid_request()
    {
        var bytes = Encoding.Latin1.GetBytes(Message);

        Assert.IsType<InvalidRequest>(Messages.Read(bytes).Error);
    }

    [Fact]
    public void Body_may_lie_anywhere_in_memory()
    {
        var bytes = Encoding.UTF8.GetBytes(Message);
        var padded = new byte[bytes.Length + 200];
        padded.AsSpan().Fill((byte)'<');
        bytes.CopyTo(padded, 100);

        var read = Messages.Read(padded.AsMemory(100, bytes.Length));

        Assert.Null(read.ErrorText);
        Assert.Equal(Text, Assert.IsType<UnregisterProviderRequest>(read.Request).ProviderId);
    }
}
