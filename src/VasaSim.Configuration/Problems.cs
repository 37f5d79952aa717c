using VasaSim.Configuration.Yaml;

namespace VasaSim.Configuration;

/// <summary>Collects what is wrong with a file; the same thing at the same place counts once.</summary>
public sealed class Problems(string file)
{
    private const int Longest = 50;

    private readonly Dictionary<FileProblem, YamlNode?> _all = [];

    public int Count => _all.Count;

    /// <summary>The text, cut so that a message stays one readable line.</summary>
    public static string Short(string text, int longest = 60)
    {
        string cut = text.Length > longest ? text[..(longest - 3)] + "..." : text;
        return string.Concat(cut.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
    }

    /// <summary>The values as <c>a, b, c</c>, not more than a line of them.</summary>
    public static string List(IEnumerable<string> values)
    {
        string[] some = [.. values.Take(Longest + 1).Select(value => Short(value))];
        return some.Length switch
        {
            0 => "none",
            > Longest => string.Join(", ", some.Take(Longest)) + ", …",
            _ => string.Join(", ", some),
        };
    }

    public void Add(YamlNode at, string message) => _all.TryAdd(new(file, at.Line, at.Column, message), at);

    public void Add(int line, int column, string message) => _all.TryAdd(new(file, line, column, message), null);

    public IReadOnlyList<FileProblem> InOrder() =>
        [.. _all.Keys.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];

    /// <summary>The problems, with the JSON pointers of the values in the tree that was read.</summary>
    public IReadOnlyList<FileProblem> InOrder(YamlNode root) =>
        [.. InOrder().Select(p => _all[p] is { } node ? p with { Pointer = YamlJson.PointerTo(root, node) } : p)];
}
