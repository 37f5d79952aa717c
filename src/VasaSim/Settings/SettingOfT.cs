namespace VasaSim.Settings;

/// <summary>A setting with its value's type.</summary>
internal sealed class Setting<T>(string name, TryParse<T> parse, T otherwise) : Setting(name)
{
    /// <summary>The value when it is not set.</summary>
    public T Default { get; } = otherwise;

    /// <summary>Reads a value.</summary>
    public bool TryParse(string text, out T value) => parse(text, out value);
}

/// <summary>Reads a value; false when it is not legal.</summary>
internal delegate bool TryParse<T>(string text, out T value);
