using System.Text.Json.Serialization.Metadata;
using VasaSim.Core;
using VasaSim.Faults.Rules;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Rest;

namespace VasaSim.Server.Faces.Srm.Operations;

/// <summary>The kinds of rows that the table of operations has.</summary>
internal static class SrmRow
{
    /// <summary>A question.</summary>
    public static SrmOperation Ask(string id, string path, Contract contract) => Make(id, "GET", path, contract, OperationKind.Query, 200);

    /// <summary>A question that is answered with a list, by pages.</summary>
    public static SrmOperation List(string id, string path, Contract contract) => Ask(id, path, contract).Paged();

    /// <summary>What starts a task.</summary>
    public static SrmOperation Begin(string id, string method, string path, Contract contract) => Make(id, method, path, contract, OperationKind.Task, 202);

    /// <summary>What changes something at once, and answers nothing.</summary>
    public static SrmOperation Change(string id, string method, string path, Contract contract) => Make(id, method, path, contract, OperationKind.Task, 204);

    /// <summary>What begins, changes or ends a session.</summary>
    public static SrmOperation Session(string id, string method, string path, Contract contract, int status) =>
        Make(id, method, path, contract, OperationKind.Session, status);

    /// <summary>The row with the parameters of a list.</summary>
    public static SrmOperation Paged(this SrmOperation row) => row with { Query = [.. row.Query, .. Page.Parameters] };

    /// <summary>The row with more parameters.</summary>
    public static SrmOperation With(this SrmOperation row, params IEnumerable<string> parameters) =>
        row.With(parameters.Select(p => new QueryParameter(p)));

    /// <summary>The row with more parameters, of which more is known.</summary>
    public static SrmOperation With(this SrmOperation row, params IEnumerable<QueryParameter> parameters) =>
        row with { Query = [.. row.Query, .. parameters] };

    /// <summary>The row with a body.</summary>
    public static SrmOperation Taking(this SrmOperation row, JsonTypeInfo body) => row with { Body = body };

    /// <summary>The row with a body that may be left out.</summary>
    public static SrmOperation MaybeTaking(this SrmOperation row, JsonTypeInfo body) => row with { Body = body, MayLackBody = true };

    /// <summary>The row of what the first version did not have.</summary>
    public static SrmOperation SinceV2(this SrmOperation row) => row with { Since = SrmVersion.V2 };

    /// <summary>The row with who answers it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="handler">Answers.</param>
    /// <param name="answer">With what; null: nothing.</param>
    public static SrmOperation By(this SrmOperation row, Func<SrmCall, World, Outcome> handler, JsonTypeInfo? answer = null) =>
        row with { Handler = handler, Answer = answer };

    private static SrmOperation Make(string id, string method, string path, Contract contract, OperationKind kind, int status) => new()
    {
        Id = id,
        Method = method,
        Path = path,
        Kind = kind,
        Contract = contract,
        Status = status,
    };
}
