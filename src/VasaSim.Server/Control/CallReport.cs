using System.Text.Json.Serialization;
using VasaSim.Core;
using VasaSim.Core.Providers;
using VasaSim.Server.Calls;
using VasaSim.Server.Journal;

namespace VasaSim.Server.Control;

/// <summary>One request of the product port with its answer, or a call that a run of a recovery plan made.</summary>
public sealed record CallReport
{
    /// <summary>Position in the order of answers; never used again.</summary>
    public required long Number { get; init; }

    /// <summary>Simulated time at which it came.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Real time at which it came.</summary>
    public required DateTimeOffset RealTime { get; init; }

    /// <summary>Real milliseconds from the request to the begin of the answer.</summary>
    public required double Milliseconds { get; init; }

    /// <summary>The path that was asked for; empty for a call of a run.</summary>
    public required string Path { get; init; }

    /// <summary>The API, such as <c>sms</c> or <c>vim</c>; null for a request that is no call.</summary>
    public required string? Face { get; init; }

    /// <summary>The protocol, such as <c>soap</c> or <c>json</c>, or <c>internal</c> for a call of a run; null for a request that is no call.</summary>
    public required string? Protocol { get; init; }

    /// <summary>The method's wire name, known or not; null for a request that is no call.</summary>
    public required string? Operation { get; init; }

    /// <summary>Type and id of the object that was called, such as <c>VasaProvider:vasaProvider-3</c>.</summary>
    public required string? Target { get; init; }

    /// <summary>The managed object id of the provider that was called, or that is active for the first group; null for calls about clouds.</summary>
    public required string? Provider { get; init; }

    /// <summary>The site of that provider; of a call about clouds the cloud.</summary>
    public required string? Site { get; init; }

    /// <summary>The groups that it names, as <c>faultDomain/deviceGroup</c>; replications of clouds as <c>cloud/id</c>.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>The user; for a call of a run who started it.</summary>
    public required string? User { get; init; }

    /// <summary>The public key of the session; null for a call of a run.</summary>
    public required string? Session { get; init; }

    /// <summary>The client's user agent; <c>srm</c> for a call of a run.</summary>
    public required string Client { get; init; }

    /// <summary>The client's address; empty for a call of a run.</summary>
    public required string Address { get; init; }

    /// <summary><c>ok</c>, the type of the fault, <c>noAnswer</c>, or <c>http404</c> and the like.</summary>
    public required string Outcome { get; init; }

    /// <summary>The fault's text.</summary>
    public required string? Message { get; init; }

    /// <summary>The id of the task that it started.</summary>
    public required string? Task { get; init; }

    /// <summary>The HTTP status; null without an answer.</summary>
    public required int? Status { get; init; }

    /// <summary>Length of the request's body in bytes.</summary>
    public required int RequestBytes { get; init; }

    /// <summary>Length of the reply's body in bytes.</summary>
    public required int ReplyBytes { get; init; }

    /// <summary>The ids of the fault rules that applied to it.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>Whether a rule made it do what no provider may do.</summary>
    public required bool Illegal { get; init; }

    /// <summary>What the rules that match it decided, in order; only where one call is shown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DecisionReport>? Decisions { get; init; }

    /// <summary>The request as text, with its secrets masked; only where one call is shown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Request { get; init; }

    /// <summary>The reply as text, with its secrets masked; only where one call is shown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reply { get; init; }

    internal static CallReport Of(JournalEntry entry, World world, SecretMask mask) => Of(entry, world, mask, ProviderOf(entry, world));

    private static CallReport Of(JournalEntry entry, World world, SecretMask mask, string? provider) => new()
    {
        Number = entry.Number,
        Time = entry.Time,
        RealTime = entry.RealTime,
        Milliseconds = Math.Round(entry.Duration.TotalMilliseconds, 3),
        Path = mask.Text(entry.Path),
        Face = entry.Face,
        Protocol = entry.Protocol,
        Operation = Masked(entry.Operation, mask),
        Target = Masked(entry.Target?.ToString(), mask),
        Provider = provider,
        Site = Masked(entry.SiteName, mask) ?? (provider is null ? null : world.FindProvider(provider)?.Site),
        Groups = [.. entry.GroupTexts],
        User = entry.User,
        Session = entry.Session?.Key,
        Client = mask.Text(entry.Client),
        Address = entry.Address,
        Outcome = entry.Outcome,
        Message = Masked(entry.Message, mask),
        Task = entry.Task,
        Status = entry.Answered ? entry.Status : null,
        Rules = [.. entry.Decisions.Where(d => d.Fired).Select(d => d.Rule).Distinct()],
        Illegal = entry.Decisions.Any(d => d.Illegal),
        RequestBytes = entry.Raw.RequestBody,
        ReplyBytes = entry.Raw.ReplyBody,
    };

    // Clients put secrets where none belong, too.
    private static string? Masked(string? text, SecretMask mask) => text is null ? null : mask.Text(text);

    private static string? ProviderOf(JournalEntry entry, World world) => entry switch
    {
        { Target: { Type: "VasaProvider" or "SmsProvider" } provider } => provider.Id,
        { Face: FaceNames.Vcda or FaceNames.Srm } => null,
        { Groups: [{ FaultDomain: { } domain }, ..] } => ProviderDirectory.ActiveFor(world, domain)?.Id,
        _ => null,
    };
}

/// <summary>Entries of the journal.</summary>
/// <param name="Calls">The newest last.</param>
/// <param name="Next">What to give as <c>since</c> to get what follows.</param>
/// <param name="Dropped">How many calls had to go since the journal was cleared, because it was full.</param>
public sealed record CallList(IReadOnlyList<CallReport> Calls, long Next, long Dropped);

/// <summary>What became of a request to clear the journal.</summary>
/// <param name="Cleared">How many entries it had.</param>
public sealed record JournalClearReport(int Cleared);
