namespace VasaSim.Configuration.Yaml;

/// <summary>A text, number or other single value.</summary>
public sealed class YamlScalar(int line, int column, string value, bool isPlain) : YamlNode(line, column)
{
    public string Value { get; } = value;

    /// <summary>Whether it was written without quotes; only then can it be anything but text.</summary>
    public bool IsPlain { get; } = isPlain;

    /// <summary>Whether a key was given without a value.</summary>
    public bool IsEmpty => IsPlain && Value is "" or "~" or "null";

    public override string Kind => IsEmpty ? "nothing" : $"'{Problems.Short(Value)}'";
}
