namespace VasaSim.Vmodl;

/// <summary>How large a message may be before it is refused.</summary>
public sealed record MessageLimits
{
    /// <summary>The limits that are used when none are given.</summary>
    public static MessageLimits Default { get; } = new();

    /// <summary>The longest message in bytes; 8 MiB unless set.</summary>
    public int MaxBodyBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>How deep elements, or JSON objects and arrays, may be nested; 64 unless set.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>How many elements, or JSON values, a message may have; 200 000 unless set.</summary>
    public int MaxElements { get; init; } = 200_000;

    /// <summary>How long a start tag of XML may be, attributes included, in bytes; 64 KiB unless set.</summary>
    public int MaxTagBytes { get; init; } = 64 * 1024;
}
