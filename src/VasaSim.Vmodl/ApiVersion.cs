using System.Globalization;

namespace VasaSim.Vmodl;

/// <summary>
/// A version of the API: up to four numbers, compared one by one. Both services share one scale: their ids are the
/// vSphere release from 6.5 on, and what the older ids of SMS borrow from vSphere is older than any of them.
/// </summary>
public readonly record struct ApiVersion : IComparable<ApiVersion>
{
    private const int PartCount = 4;
    private const int PartBits = 16;

    // Four parts of sixteen bits, the major one on top: comparing versions is comparing numbers.
    private readonly ulong _packed;

    /// <summary>Creates a version; each part is at most 65535.</summary>
    public ApiVersion(int major, int minor = 0, int patch = 0, int build = 0) =>
        _packed = ((ulong)checked((ushort)major) << 48) | ((ulong)checked((ushort)minor) << 32)
            | ((ulong)checked((ushort)patch) << 16) | checked((ushort)build);

    private ApiVersion(ulong packed) => _packed = packed;

    /// <summary>Newer than every version there is.</summary>
    public static ApiVersion Newest { get; } = new(ulong.MaxValue);

    /// <summary>Older than every version there is: the age of what was always there.</summary>
    public static ApiVersion Always => default;

    /// <summary>Reads a version such as <c>8.0.3.0</c>, <c>6.5</c> or <c>vmodl.version.version0</c>.</summary>
    public static bool TryParse(string? text, out ApiVersion version)
    {
        switch (text)
        {
            // The type system's own ids: the oldest one, and the one that came with vSphere 4.1.
            case "vmodl.version.version0":
                version = Always;
                return true;
            case "vmodl.query.version.version3":
                version = new(4, 1);
                return true;
            default:
                return TryParse(text.AsSpan(), out version);
        }
    }

    /// <summary>Reads one to four numbers, joined by dots.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ApiVersion version)
    {
        version = default;
        ulong packed = 0;
        var count = 0;
        foreach (var part in text.Split('.'))
        {
            if (++count > PartCount
                || !ushort.TryParse(text[part], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return false;
            }
            packed = (packed << PartBits) | number;
        }

        version = new(packed << (PartBits * (PartCount - count)));
        return true;
    }

    /// <summary>Reads a version that is known to be well formed.</summary>
    /// <exception cref="FormatException">The text is not a version.</exception>
    public static ApiVersion Parse(string text) =>
        TryParse(text, out var version) ? version : throw new FormatException($"'{text}' is not a version.");

    /// <inheritdoc/>
    public int CompareTo(ApiVersion other) => _packed.CompareTo(other._packed);

    /// <summary>Compares two versions.</summary>
    public static bool operator <(ApiVersion left, ApiVersion right) => left._packed < right._packed;

    /// <summary>Compares two versions.</summary>
    public static bool operator >(ApiVersion left, ApiVersion right) => left._packed > right._packed;

    /// <summary>Compares two versions.</summary>
    public static bool operator <=(ApiVersion left, ApiVersion right) => left._packed <= right._packed;

    /// <summary>Compares two versions.</summary>
    public static bool operator >=(ApiVersion left, ApiVersion right) => left._packed >= right._packed;

    /// <summary>Returns the id as the API spells it: four numbers since 7.0, before that no more than needed.</summary>
    public override string ToString()
    {
        var parts = PartCount;
        while (Part(0) < 7 && parts > 2 && Part(parts - 1) == 0)
            parts--;
        return string.Join('.', Enumerable.Range(0, parts).Select(Part));
    }

    private int Part(int index) => (ushort)(_packed >> (PartBits * (PartCount - 1 - index)));
}
