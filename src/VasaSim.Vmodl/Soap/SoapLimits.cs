namespace VasaSim.Vmodl.Soap;

/// <summary>How large a message may be before it is refused.</summary>
public sealed record SoapLimits
{
    /// <summary>The limits that are used when none are given.</summary>
    public static SoapLimits Default { get; } = new();

    /// <summary>The longest message in bytes; 8 MiB unless set.</summary>
    public int MaxBodyBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>How deep elements may be nested; 64 unless set.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>How many elements a message may have; 200 000 unless set.</summary>
    public int MaxElements { get; init; } = 200_000;

    /// <summary>How long a start tag may be, attributes included, in bytes; 64 KiB unless set.</summary>
    public int MaxTagBytes { get; init; } = 64 * 1024;
}
