using Microsoft.AspNetCore.Http;
using VasaSim.Core;
using VasaSim.Core.Model;
using VasaSim.Faults.Actions;
using VasaSim.Faults.Decisions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Injection;
using VasaSim.Server.Journal;
using VasaSim.Server.Sessions;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Calls;

/// <summary>
/// One call of a client, whatever API and protocol brought it. What all calls have in common is here; what an API does in
/// its own way a kind of call of its own says. Lives as long as the call and belongs to it alone.
/// </summary>
public abstract class Call
{
    /// <summary>The workspace whose world it is about.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>The protocol, as rules and the journal have it: <c>soap</c>, <c>json</c>, <c>rest</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary>The API, one of <see cref="FaceNames"/>.</summary>
    public abstract string Face { get; }

    /// <summary>The operation's wire name, known or not.</summary>
    public required string OperationName { get; init; }

    /// <summary>The kind of the operation.</summary>
    public abstract OperationKind Kind { get; }

    /// <summary>Whether the operation starts a task, which can tell a fault.</summary>
    public bool StartsTask => Kind is OperationKind.Task or OperationKind.LifeCycle;

    /// <summary>What it is made on; null when that has no name.</summary>
    public virtual CallTarget? CalledOn => null;

    /// <summary>
    /// The replication groups that it names, in its order; empty when it names none. Either part of an id is null when the
    /// caller left it out.
    /// </summary>
    public virtual IReadOnlyList<GroupId> Groups => [];

    /// <summary>The site or cloud that it is about, where the API has such; null: that of the provider that is called.</summary>
    public virtual string? SiteName => null;

    /// <summary>Whose sessions count for it: a session of another realm is none.</summary>
    public virtual string Realm => SessionRealms.VCenter;

    /// <summary>The session id that the caller shows.</summary>
    public string? SessionId { get; init; }

    /// <summary>The caller's session; set by the pipeline once it is known.</summary>
    public Session? Session { get; internal set; }

    /// <summary>The user's name; that of the session unless it is given, null without either.</summary>
    public string? UserName { get => field ?? Session?.User.Name; init; }

    /// <summary>The session that the call began, which the face has to tell the client.</summary>
    public Session? StartedSession { get; internal set; }

    /// <summary>The headers of the HTTP request.</summary>
    public required IHeaderDictionary Headers { get; init; }

    /// <summary>The client's user agent, as it says.</summary>
    public string UserAgent { get; init; } = "";

    /// <summary>The client's address.</summary>
    public string ClientAddress { get; init; } = "";

    /// <summary>Ends when the client has gone away.</summary>
    public CancellationToken Aborted { get; init; }

    /// <summary>What the journal keeps of the call; null when it is off.</summary>
    internal CallRecording? Recording { get; init; }

    /// <summary>What rules have decided of it so far, in order.</summary>
    internal List<Decision> Decisions { get; } = [];

    /// <summary>How the reply is sent, when a rule says so; null: as usual.</summary>
    internal ReplyPlan? Reply { get; set; }

    /// <summary>What a caller without a session, or with one that is over, is answered; null: it needs none.</summary>
    public abstract Outcome? RefuseStranger();

    /// <summary>
    /// Why the call cannot be made, or null: what can be said of object, operation, privilege and arguments before the
    /// work begins. Runs alone on the world, so it must not block; it may be asked twice of one call.
    /// </summary>
    public abstract Outcome? Refuse(World world);

    /// <summary>
    /// Whether <see cref="InvokeAsync"/> does the work, and not <see cref="Invoke"/>. Asked when the call was not refused.
    /// </summary>
    public virtual bool MayWait => false;

    /// <summary>Does the work. Runs alone on the world, so it must not block.</summary>
    public abstract Outcome Invoke(World world);

    /// <summary>Does work that may wait; it goes to the world by itself when it needs to.</summary>
    public virtual ValueTask<Outcome> InvokeAsync() => throw new InvalidOperationException($"{OperationName} does not wait.");

    /// <summary>The id of the task that the call started, as clients are told; null: none.</summary>
    public virtual string? TaskOf(Outcome outcome) => null;

    /// <summary>Where it is served, for rules.</summary>
    public virtual CallPlace PlaceIn(World world) => default;

    /// <summary>What rules may ask of its groups.</summary>
    public virtual IReadOnlyList<GroupFacts> GroupsIn(World world) => FactsOfWorld.GroupsOf(world, Groups);

    /// <summary>Makes the faults that rules want of it.</summary>
    public abstract ICallFaults FaultsIn(World world);

    /// <summary>The answer to a call whose client has gone away.</summary>
    public abstract Outcome Canceled();

    /// <summary>The answer when the simulator itself failed.</summary>
    /// <param name="number">The number of the line in the log.</param>
    public abstract Outcome Crashed(long number);

    /// <summary>Says a result in one line of the log.</summary>
    public virtual string Describe(object? result) => result is System.Collections.ICollection list ? $"ok ({list.Count})" : "ok";

    /// <summary>Lets the call meet something else than there is, where its API has what a rule wants of that.</summary>
    /// <param name="action">What the rule wants.</param>
    /// <param name="groups">The positions of the groups that it wants it for.</param>
    internal virtual void Deceive(RuleAction action, IReadOnlyList<int> groups)
    {
    }

    /// <summary>The outcome with what rules want to be said of single groups in it.</summary>
    internal virtual Outcome WithGroupFaults(Outcome outcome, IReadOnlyList<Intervention> interventions) => outcome;

    /// <summary>The body of a reply as a rule wants it to look.</summary>
    internal virtual ReadOnlyMemory<byte> Restyled(ReadOnlyMemory<byte> body, ReplyPlan plan) => body;
}
