namespace VasaSim.Configuration.Yaml;

/// <summary>The text cannot be read beyond a place. Never leaves <see cref="YamlReader"/>.</summary>
internal sealed class UnreadableException(int line, int column, string message) : Exception(message)
{
    public int Line => line;

    public int Column => column;
}
