using VasaSim.Core.Model;
using VasaSim.Faults.Decisions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Calls;
using VasaSim.Server.Injection;
using VasaSim.Server.Sessions;

namespace VasaSim.Server.Journal;

/// <summary>
/// One request of the product port with its answer, or a call that the simulator made itself. Holds what the call left behind; whoever shows it makes texts of it.
/// Never changes. A value, so that ten thousand of them are one array, and not as many objects for the garbage collector
/// to carry along.
/// </summary>
internal readonly record struct JournalEntry()
{
    /// <summary>The outcome of a call that went well.</summary>
    public const string Ok = "ok";

    /// <summary>The outcome of a call that got no answer: its client had gone, or the connection was cut.</summary>
    public const string NoAnswer = "noAnswer";

    /// <summary>Position in the order of answers, from 1; never used again.</summary>
    public long Number { get; init; }

    /// <summary>Simulated time at which the request came.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Real time at which the request came.</summary>
    public required DateTimeOffset RealTime { get; init; }

    /// <summary>Real time from the request to the begin of its answer.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The path that was asked for; empty for a call that the simulator made.</summary>
    public required string Path { get; init; }

    /// <summary>The port that it came to.</summary>
    public int Port { get; init; }

    /// <summary>The API, such as <c>sms</c>; null for a request that is no call.</summary>
    public string? Face { get; init; }

    /// <summary>The protocol, such as <c>soap</c>, or <see cref="RunCalls.Protocol"/>; null for a request that is no call.</summary>
    public string? Protocol { get; init; }

    /// <summary>The operation's wire name, known or not; null for a request that is no call.</summary>
    public string? Operation { get; init; }

    /// <summary>The kind of the operation.</summary>
    public OperationKind Kind { get; init; }

    /// <summary>What the call was made on; null where that has no name, and for a request that is no call.</summary>
    public CallTarget? Target { get; init; }

    /// <summary>The replication groups that the call names, in its order.</summary>
    public IReadOnlyList<GroupId> Groups { get; init; } = [];

    /// <summary>The site or cloud that the call is about, where its API has such; null: that of the provider that is called.</summary>
    public string? SiteName { get; init; }

    /// <summary>The caller's session, or the one that the call began.</summary>
    public Session? Session { get; init; }

    /// <summary>The client's address; empty for a call that the simulator made.</summary>
    public required string Address { get; init; }

    /// <summary>The failure; null on success, and for what is no call and was refused by its status alone.</summary>
    public Failure? Failure { get; init; }

    /// <summary>Whether an answer was sent.</summary>
    public required bool Answered { get; init; }

    /// <summary>The failure's text.</summary>
    public string? Message => Failure?.Message;

    /// <summary>The id of the task that the call started.</summary>
    public string? Task { get; init; }

    /// <summary>What rules decided of it, in order: all that match the call, whether they applied or not.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>What the world was like when rules were first asked about it; null when there were none.</summary>
    public RecordedFacts? Facts { get; init; }

    /// <summary>The HTTP status; of a call that the simulator made that which a client would have got.</summary>
    public required int Status { get; init; }

    /// <summary>The client's user agent; empty when it does not say.</summary>
    public required string Client { get; init; }

    /// <summary>Where the journal has the raw request and reply.</summary>
    public required RawExtent Raw { get; init; }

    /// <summary>The user's name; that of the session unless it is given, null without either.</summary>
    public string? User { get => field ?? Session?.User.Name; init; }

    /// <summary>Whether it came to the product port, and has a request.</summary>
    public bool CameByWire => Raw.RequestHead > 0;

    /// <summary>
    /// <see cref="Ok"/>, the failure's name, <see cref="NoAnswer"/>, or <c>http404</c> and the like for what is no call
    /// and was refused by its status alone.
    /// </summary>
    public string Outcome => !Answered ? NoAnswer : Failure?.Name ?? (Status < 400 ? Ok : $"http{Status}");

    /// <summary>The groups as <c>faultDomain/deviceGroup</c>.</summary>
    public IEnumerable<string> GroupTexts => Groups.Select(g => g.ToString());
}
