using FsCheck.Fluent;
using FsCheck;
using VasaSim.Configuration;

namespace VasaSim.Lab.Tests;

/// <summary>Whatever a file holds, reading it ends with a lab or with problems.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Pieces =
    [
        "", " ", "\n", "\n  ", "\t", ":", ": ", "-", "- ", "[", "]", "{", "}", ",", "#", "&a ", "*a", "!x ", "|", ">", "'",
        "\"", "%", "@", "`", "?", "? ", "<<: ", "---\n", "...\n", "~", "0", "-1", "99999999999999999999", "1.5", "1e9",
        "true", "{n}", "{n:000}", "{yyyy}", "4m", "1TiB", "\0", "\uFEFF", "\uD800", "\u2028", "é", "\\x", "rg-01", "fd-a1",
        "groups:\n", "template:", "pits:", "none", "version: 1\n",
    ];

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(400);

    [Fact]
    public void Parse_AnyText_NeverThrows() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => EndsWell(text ?? "")).Check(Many);

    [Fact]
    public void Parse_AnyPieces_NeverThrows() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().ToArbitrary(), pieces => EndsWell(string.Concat(pieces))).Check(Many);

    [Theory]
    [InlineData("two-sites")]
    [InlineData("minimal")]
    public void Parse_MutatedLab_NeverThrows(string name)
    {
        string text = name == "minimal" ? KnownLabs.MinimalText : KnownLabs.TwoSitesText;
        Gen<(int At, int Length, string Piece)> mutation =
            from at in Gen.Choose(0, text.Length - 1)
            from length in Gen.Frequency(
                (3, Gen.Choose(0, 3)), (1, Gen.Choose(0, 400)))
            from piece in Gen.Elements(Pieces)
            select (at, length, piece);
        Prop.ForAll(mutation.NonEmptyListOf().ToArbitrary(), mutations => EndsWell(
            mutations.Take(4).Aggregate(text, (mutated, change) => Apply(mutated, change.At, change.Length, change.Piece))))
            .Check(Many);
    }

    private static string Apply(string text, int at, int length, string piece)
    {
        int from = Math.Min(at, text.Length);
        int to = Math.Min(from + length, text.Length);
        return text[..from] + piece + text[to..];
    }

    private static bool EndsWell(string text)
    {
        LabResult result = LabFile.Parse(text, "fuzz.yaml");
        return (result.Lab is null) == (result.Problems.Count > 0)
            && result.Problems.All(problem => problem is { Line: > 0, Column: > 0 }
                && !problem.ToString().AsSpan().ContainsAny('\n', '\r'));
    }
}
