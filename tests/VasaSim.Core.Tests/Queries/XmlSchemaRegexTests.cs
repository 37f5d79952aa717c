using System.Text.RegularExpressions;
using VasaSim.Core.Queries;

namespace VasaSim.Core.Tests.Queries;

/// <summary>Regular expressions as XML Schema has them.</summary>
public sealed class XmlSchemaRegexTests
{
    [Theory]
    [InlineData("web", "web", true)]
    [InlineData("web", "web-1", false)]
    [InlineData("web", "a web", false)]
    [InlineData("web", "web\n", false)]
    [InlineData("web|db", "db", true)]
    [InlineData("web|db", "webdb", false)]
    [InlineData("", "", true)]
    [InlineData("", "x", false)]
    [InlineData(".*", "", true)]
    [InlineData("web-2025.*", "web-20250115-12", true)]
    [InlineData("^web$", "web", false)]
    [InlineData("^web$", "^web$", true)]
    [InlineData("[^w]eb", "web", false)]
    [InlineData("[^w]eb", "xeb", true)]
    [InlineData("[$]", "$", true)]
    [InlineData("[a-z-[aeiou]]+", "xyz", true)]
    [InlineData("[a-z-[aeiou]]+", "xya", false)]
    [InlineData(@"\d{4}-\d\d", "2025-01", true)]
    [InlineData(@"\i\c*", "_a-1", true)]
    [InlineData(@"\i\c*", "1a", false)]
    [InlineData(@"[\i-[:]]+", "ab", true)]
    [InlineData(@"\I\C", "1 ", true)]
    [InlineData(@"a\.b", "a.b", true)]
    [InlineData(@"a\.b", "axb", false)]
    [InlineData(@"\p{Lu}+", "ABC", true)]
    [InlineData("WEB", "web", false)]
    [InlineData("a{2,3}", "aaaa", false)]
    [InlineData("(a|b)(c|d)", "bc", true)]
    [InlineData("#x y", "#x y", true)]
    public void A_pattern_matches_the_whole_text(string pattern, string text, bool matches)
    {
        Assert.True(XmlSchemaRegex.TryParse(pattern, out Regex? regex));
        Assert.Equal(matches, regex.IsMatch(text));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("*")]
    [InlineData("a**")]
    [InlineData("[z-a]")]
    [InlineData("a\\")]
    [InlineData(@"\b")]
    [InlineData(@"(a)\1")]
    [InlineData("(?i)web")]
    [InlineData("(?=a)")]
    [InlineData("(?:a)")]
    [InlineData("a)|(b")]
    [InlineData(")(")]
    [InlineData("a{3,2}")]
    [InlineData(@"\p{Nothing}")]
    [InlineData("a*?")]
    [InlineData("a+?")]
    [InlineData("a??")]
    public void What_is_no_expression_of_XML_Schema_is_refused(string pattern) =>
        Assert.False(XmlSchemaRegex.TryParse(pattern, out _));

    [Theory]
    [InlineData("(a+)+")]
    [InlineData("(a|a)*")]
    [InlineData("(a|aa)+")]
    [InlineData("(.*)*x")]
    [InlineData("(a*)*b")]
    [InlineData("(x+x+)+y")]
    public void A_pattern_that_never_returns_elsewhere_returns(string pattern)
    {
        Assert.True(XmlSchemaRegex.TryParse(pattern, out Regex? regex));
        Assert.DoesNotMatch(regex, new string('a', 5000) + "!");
    }

    [Theory]
    [InlineData("((a{1,1000}){1,1000}){1,1000}")]
    [InlineData("(((((a{99}){99}){99}){99}){99}){99}")]
    [InlineData("(.{0,30000}x){0,30000}")]
    public void A_pattern_that_counts_to_the_sky_returns_too(string pattern)
    {
        if (XmlSchemaRegex.TryParse(pattern, out Regex? regex))
        {
            Assert.DoesNotMatch(regex, new string('a', 200) + "!");
        }
    }

    [Fact]
    public void A_pattern_of_many_brackets_does_no_harm()
    {
        Assert.True(XmlSchemaRegex.TryParse(new string('(', 2000) + "a" + new string(')', 2000), out Regex? regex));
        Assert.Matches(regex, "a");
    }
}
