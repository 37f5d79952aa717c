using System.Text.Json.Serialization.Metadata;
using VasaSim.Faults.Rules;

namespace VasaSim.Server.Faces.Rest;

/// <summary>An operation of an API that speaks REST, as far as that is the same for all of them: how it is called, what it takes and answers.</summary>
internal abstract record RestOperation
{
    /// <summary>Its name, for rules, the journal and the description.</summary>
    public required string Id { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path below that of the API, with its parameters in braces.</summary>
    public required string Path { get; init; }

    /// <summary>The kind, for rules.</summary>
    public required OperationKind Kind { get; init; }

    /// <summary>The parameters of its query.</summary>
    public IReadOnlyList<QueryParameter> Query { get; init; } = [];

    /// <summary>What it takes; null: nothing, and a body is not looked at.</summary>
    public JsonTypeInfo? Body { get; init; }

    /// <summary>Whether the body may be left out.</summary>
    public bool MayLackBody { get; init; }

    /// <summary>What it answers, in the newest version; null: nothing.</summary>
    public JsonTypeInfo? Answer { get; init; }

    /// <summary>The status of a success.</summary>
    /// <value>Default: 200.</value>
    public int Status { get; init; } = 200;

    /// <summary>Whether it needs no session.</summary>
    public bool Anonymous { get; init; }
}
