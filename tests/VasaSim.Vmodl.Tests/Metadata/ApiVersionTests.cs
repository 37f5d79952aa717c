namespace VasaSim.Vmodl.Tests.Metadata;

public sealed class ApiVersionTests
{
    [Theory]
    [InlineData("1.0")]
    [InlineData("6.5")]
    [InlineData("6.7.1")]
    [InlineData("7.0.0.0")]
    [InlineData("7.0.0.1")]
    [InlineData("8.0.3.0")]
    [InlineData("9.0.0.0")]
    public void Ids_are_spelt_as_they_were_read(string text) => Assert.Equal(text, ApiVersion.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("8.")]
    [InlineData(".8")]
    [InlineData("8..0")]
    [InlineData("8.0.3.0.1")]
    [InlineData("-1.0")]
    [InlineData("8.x")]
    [InlineData(" 8.0")]
    [InlineData("70000.0")]
    public void Other_texts_are_not_versions(string? text) => Assert.False(ApiVersion.TryParse(text, out _));

    [Fact]
    public void Versions_are_compared_as_numbers()
    {
        string[] ordered = ["vmodl.version.version0", "1.0", "2.5", "4.0", "vmodl.query.version.version3", "5.0", "6.5", "6.7",
            "6.7.3", "6.8.7", "7.0.0.0", "7.0.3.2", "8.0.0.0", "8.0.3.0", "10.0"];

        var versions = ordered.Select(ApiVersion.Parse).ToList();

        Assert.Equal(versions, versions.Order());
        Assert.True(versions[0] < versions[1] && versions[1] >= versions[0] && versions[^1] <= ApiVersion.Newest);
        Assert.Equal(ApiVersion.Parse("8.0"), ApiVersion.Parse("8.0.0.0"));
    }
}
