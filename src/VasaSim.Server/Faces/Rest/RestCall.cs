using System.Diagnostics.CodeAnalysis;
using VasaSim.Faults.Rules;
using VasaSim.Server.Calls;
using VasaSim.Server.Journal;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Faces.Rest;

/// <summary>A call of an API that speaks REST.</summary>
/// <typeparam name="TOperation">What the API calls an operation.</typeparam>
internal abstract class RestCall<TOperation> : Call
    where TOperation : RestOperation
{
    /// <summary>A call.</summary>
    /// <param name="request">What was sent.</param>
    /// <param name="workspace">The workspace whose world it is about.</param>
    /// <param name="tokenHeader">The name of the header with the session's token.</param>
    [SetsRequiredMembers]
    protected RestCall(RestRequest<TOperation> request, Workspace workspace, string tokenHeader)
    {
        (Operation, Path, Body) = (request.Operation, request.Path, request.Body);
        OperationName = Operation.Id;
        Query = new RestQuery(request.Http.Request.Query);
        Workspace = workspace;
        Protocol = "rest";
        Headers = request.Http.Request.Headers;
        SessionId = SessionToken.IdOf(Headers[tokenHeader]);
        UserAgent = Headers.UserAgent.ToString();
        ClientAddress = request.Http.Connection.RemoteIpAddress?.ToString() ?? "";
        Aborted = request.Http.RequestAborted;
        Recording = CallRecording.Of(request.Http);
    }

    /// <summary>What is called.</summary>
    public TOperation Operation { get; }

    /// <summary>The parameters of the path.</summary>
    public IReadOnlyDictionary<string, string> Path { get; }

    /// <summary>The parameters of the query.</summary>
    public RestQuery Query { get; }

    /// <summary>The body.</summary>
    public ReadBody Body { get; }

    /// <inheritdoc/>
    public override OperationKind Kind => Operation.Kind;
}
