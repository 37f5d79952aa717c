using System.Globalization;

namespace VasaSim.Server.Faces.Vcda.Wire;

/// <summary>A version of the API, as media types name it: <c>4.5</c>.</summary>
internal readonly record struct H4Version(int Major, int Minor) : IComparable<H4Version>
{
    /// <summary>The oldest there was.</summary>
    public static H4Version Oldest => new(1, 0);

    /// <summary>The newest that is served.</summary>
    public static H4Version Newest => new(4, 5);

    /// <summary>Whether it is served.</summary>
    public bool IsServed => CompareTo(Oldest) >= 0 && CompareTo(Newest) <= 0;

    /// <summary>Reads <c>4</c> or <c>4.5</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out H4Version version)
    {
        int dot = text.IndexOf('.');
        bool isRight = int.TryParse(dot < 0 ? text : text[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out int major);
        int minor = 0;
        isRight &= dot < 0 || int.TryParse(text[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out minor);
        version = new(major, minor);
        return isRight;
    }

    /// <inheritdoc/>
    public int CompareTo(H4Version other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    /// <summary>Returns <c>4</c>, or <c>4.5</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}{(Minor == 0 ? "" : $".{Minor}")}");
}
