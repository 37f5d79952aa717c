using Microsoft.Extensions.Logging;

namespace VasaSim.Server.Calls;

/// <summary>One line for each call: what was asked, what was answered. Safe for threads.</summary>
public sealed partial class CallLog(ILogger<CallLog> logger)
{
    private long _number;

    internal long Begin() => Interlocked.Increment(ref _number);

    internal void End(long number, Call call, Outcome outcome)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            Answered(number, call.Protocol, call.Face, call.OperationName, call.CalledOn?.Id ?? "-", call.Session?.User.Name ?? "-", Describe(call, outcome) + RulesOf(call));
        }
    }

    internal void Crashed(long number, Call call, Exception exception) => Crashed(exception, number, call.OperationName);

    private static string RulesOf(Call call) => call.Decisions.Any(d => d.Fired)
        ? $"  rule {string.Join(", ", call.Decisions.Where(d => d.Fired).Select(d => d.Rule).Distinct())}"
        : "";

    private static string Describe(Call call, Outcome outcome) => outcome switch
    {
        { Wire: { Status: { } status } } => $"HTTP {status}",
        { Wire: { } wire } => wire.Reset ? "no answer: connection reset" : "no answer: connection closed",
        { Failure: { } failure } => $"{failure.Name}: {failure.Message}",
        _ => call.Describe(outcome.Value),
    };

    [LoggerMessage(100, LogLevel.Information, "#{Number} {Protocol} {Face} {Operation} {Target} {User}  {Outcome}")]
    private partial void Answered(long number, string protocol, string face, string operation, string target, string user, string outcome);

    [LoggerMessage(101, LogLevel.Error, "#{Number} {Operation} failed inside the simulator; this is a bug")]
    private partial void Crashed(Exception exception, long number, string operation);
}
