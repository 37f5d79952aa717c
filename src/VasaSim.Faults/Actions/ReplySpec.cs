namespace VasaSim.Faults.Actions;

/// <summary>What is unusual about a reply, and legal.</summary>
public sealed record ReplySpec
{
    /// <summary>SOAP: the namespaces have other prefixes than usual, drawn from the seed.</summary>
    public bool? NamespacePrefixes { get; init; }

    /// <summary>Members that may be left out are.</summary>
    public bool? OmitOptional { get; init; }

    /// <summary>The body comes in chunks, without a length.</summary>
    public bool? Chunked { get; init; }
}
