using System.Text.Json.Serialization.Metadata;

namespace VasaSim.Server.Faces.Rest;

/// <summary>An operation of an API that speaks REST, as far as that is the same for all of them.</summary>
internal interface IRestOperation
{
    /// <summary>The HTTP method.</summary>
    string Method { get; }

    /// <summary>The path, with its parameters in braces.</summary>
    string Path { get; }

    /// <summary>The parameters of its query.</summary>
    IReadOnlyList<QueryParameter> Query { get; }

    /// <summary>What it takes; null: nothing, and a body is not looked at.</summary>
    JsonTypeInfo? Body { get; }

    /// <summary>Whether the body may be left out.</summary>
    bool MayLackBody { get; }
}
