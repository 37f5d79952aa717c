using Microsoft.AspNetCore.Http;
using VasaSim.Faults.Decisions;
using VasaSim.Server.Injection;
using VasaSim.Server.Journal;
using VasaSim.Server.Sessions;
using VasaSim.Server.Workspaces;
using VasaSim.Vmodl;

namespace VasaSim.Server.Calls;

/// <summary>One call of a client, whatever protocol brought it. Lives as long as the call and belongs to it alone.</summary>
public sealed class Call
{
    /// <summary>The service that was called.</summary>
    public required VmodlService Service { get; init; }

    /// <summary>The workspace whose world it is about.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>The protocol, for logs: <c>soap</c>, <c>json</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary>The method's wire name, known or not.</summary>
    public required string Method { get; init; }

    /// <summary>The method; null when the service has none of that name.</summary>
    public OperationInfo? Operation { get; init; }

    /// <summary>The object it is called on.</summary>
    public required ManagedObjectReference Target { get; init; }

    /// <summary>The arguments; null when the method is not known.</summary>
    public Request? Request { get; init; }

    /// <summary>The path of the first argument that is missing or cannot be read.</summary>
    public string? InvalidArgument { get; init; }

    /// <summary>The version that the caller speaks; the answer has nothing newer.</summary>
    public required ApiVersion Version { get; init; }

    /// <summary>The session id that the caller shows.</summary>
    public string? SessionId { get; init; }

    /// <summary>
    /// What the protocol answers a caller without a session, or with one that is over; null where that is the service's
    /// affair.
    /// </summary>
    public Func<Call, Outcome>? NoSession { get; init; }

    /// <summary>The caller's session; set by the pipeline once it is known.</summary>
    public Session? Session { get; internal set; }

    /// <summary>The session that the call began, which the face has to tell the client.</summary>
    public Session? StartedSession { get; internal set; }

    /// <summary>What the journal keeps of the call; null when it is off.</summary>
    internal CallRecording? Recording { get; init; }

    /// <summary>What rules have decided of it so far, in order.</summary>
    internal List<Decision> Decisions { get; } = [];

    /// <summary>How the reply is sent, when a rule says so; null: as usual.</summary>
    internal ReplyPlan? Reply { get; set; }

    /// <summary>The headers of the HTTP request.</summary>
    public required IHeaderDictionary Headers { get; init; }

    /// <summary>The client's user agent, as it says.</summary>
    public string UserAgent { get; init; } = "";

    /// <summary>The client's address.</summary>
    public string ClientAddress { get; init; } = "";

    /// <summary>Ends when the client has gone away.</summary>
    public CancellationToken Aborted { get; init; }
}
