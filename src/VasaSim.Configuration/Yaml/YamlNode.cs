namespace VasaSim.Configuration.Yaml;

/// <summary>A value of a YAML document and where it stands.</summary>
public abstract class YamlNode(int line, int column)
{
    public int Line { get; } = line;

    public int Column { get; } = column;

    /// <summary>What the value is, in words for people.</summary>
    public abstract string Kind { get; }
}
