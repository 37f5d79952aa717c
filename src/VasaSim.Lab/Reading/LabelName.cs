namespace VasaSim.Lab.Reading;

/// <summary>The names of labels, and how many a group may have. Safe for threads.</summary>
public static class LabelName
{
    /// <summary>How many labels a group may have.</summary>
    public const int Most = 64;

    /// <summary>What is legal, for messages.</summary>
    public const string Legal = "letters, digits, -, _ and ., 1 to 63 of them";

    /// <summary>Whether a name is legal; none has the <c>=</c> that parts it from its value where labels are asked for.</summary>
    public static bool IsLegal(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is > 0 and <= 63 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
    }
}
