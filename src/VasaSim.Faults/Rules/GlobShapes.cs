using VasaSim.Configuration.Shapes;

namespace VasaSim.Faults.Rules;

/// <summary>How patterns are written.</summary>
internal static class GlobShapes
{
    /// <summary>One.</summary>
    public static Shape<Glob> One { get; } =
        ShapeOf.Parsed("a text, with * and ? for any characters", ".", static t => (t.Length is > 0 and <= 1000, new Glob(t)), static g => g.Pattern);

    /// <summary>One, or several of which any may fit.</summary>
    public static Shape<IReadOnlyList<Glob>> Many { get; } = ShapeOf.OneOrMany(One);
}
