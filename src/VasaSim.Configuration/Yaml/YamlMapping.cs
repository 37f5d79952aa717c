namespace VasaSim.Configuration.Yaml;

/// <summary>Keys with values, each key once.</summary>
public sealed class YamlMapping(
    int line, int column, IReadOnlyList<(YamlScalar Key, YamlNode Value)> entries) : YamlNode(line, column)
{
    private readonly Dictionary<string, YamlNode> _values =
        entries.ToDictionary(entry => entry.Key.Value, entry => entry.Value, StringComparer.Ordinal);

    public IReadOnlyList<(YamlScalar Key, YamlNode Value)> Entries { get; } = entries;

    public override string Kind => "a mapping of keys to values";

    public YamlNode? Find(string key) => _values.GetValueOrDefault(key);
}
