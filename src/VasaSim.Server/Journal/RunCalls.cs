using VasaSim.Core.Recovery.Plans.Runs;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Sms;
using VasaSim.Server.Faces.Sms.Translation;
using VasaSim.Server.Injection;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Journal;

/// <summary>
/// How calls that runs of recovery plans make stand in the journal: as a client's calls of the Storage Monitoring Service do,
/// but for what belongs to a wire.
/// </summary>
internal static class RunCalls
{
    /// <summary>What they have for the protocol.</summary>
    public const string Protocol = "internal";

    /// <summary>What they have for the client.</summary>
    public const string Client = FaceNames.Srm;

    /// <summary>The entry of a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="realTime">When it was made, in real time.</param>
    /// <param name="names">Knows what earlier calls named.</param>
    public static JournalEntry EntryOf(MadeCall call, DateTimeOffset realTime, NamedObjects names)
    {
        RunCallRuling? ruling = call.Ruling as RunCallRuling;
        Failure? failure = call.Fault is { } fault ? new VmodlFailure(fault.ToWire(), fault.ToText()) : null;
        return new JournalEntry
        {
            Time = call.Time,
            RealTime = realTime,
            Duration = TimeSpan.Zero,
            Path = "",
            Face = FaceNames.Sms,
            Protocol = Protocol,
            Operation = call.Method,
            Kind = OperationKinds.Of(Contracts.Sms.FindOperation(call.Method)),
            Target = names.Of(SmsObjects.Provider(call.Provider)),
            Groups = call.Groups,
            User = call.User,
            Address = "",
            Failure = failure,
            Answered = true,
            Task = call.Task,
            Decisions = ruling?.Decisions ?? [],
            Facts = ruling?.Facts,
            Status = failure is null ? 200 : 500,
            Client = Client,
            Raw = default,
        };
    }
}
