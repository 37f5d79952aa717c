using VasaSim.Configuration.Yaml;
using VasaSim.Configuration;

namespace VasaSim.Lab.Reading;

/// <summary>The names of one kind of thing: each is defined once, and only defined ones may be referred to.</summary>
internal sealed class Names(string kind, Problems problems)
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <summary>Names that are known from elsewhere.</summary>
    public static Names Of(string kind, Problems problems, YamlNode at, IEnumerable<string> names)
    {
        Names known = new(kind, problems);
        foreach (string name in names)
        {
            known._lines.TryAdd(name, at.Line);
        }

        return known;
    }

    public int Count => _lines.Count;

    public bool Has(string name) => _lines.ContainsKey(name);

    /// <summary>Defines a name; false, and a problem, when it is taken.</summary>
    public bool Define(YamlNode at, string name)
    {
        if (_lines.TryAdd(name, at.Line))
        {
            return true;
        }

        // A line that defines a name twice is one that a template, or a mark with &, repeats.
        string why = _lines[name] == at.Line ? "in a template, put {n} into it" : $"first on line {_lines[name]}";
        problems.Add(at, $"{kind} '{Problems.Short(name)}' is defined twice; {why}");
        return false;
    }

    /// <summary>Whether a name is defined; if not, that is a problem.</summary>
    public bool Check(YamlNode at, string name)
    {
        if (Has(name))
        {
            return true;
        }

        problems.Add(
            at,
            $"unknown {kind} '{Problems.Short(name)}'{DidYouMean.Hint(name, _lines.Keys)} "
            + $"(defined: {Problems.List(_lines.Keys)})");
        return false;
    }
}
