using Microsoft.Extensions.Logging;
using VasaSim.Vmodl.Vim;

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
            Answered(number, call.Protocol, call.Service.Contract.Name, call.Method, call.Target.Value, call.Session?.User.Name ?? "-", Describe(outcome) + RulesOf(call));
        }
    }

    internal Outcome Failed(long number, Call call, Exception exception)
    {
        Crashed(exception, number, call.Method);
        return Outcome.Failed(
            new SystemError { Reason = $"internal error #{number}" },
            $"A general system error occurred: internal error #{number}; the simulator's log has the details.");
    }

    private static string RulesOf(Call call) => call.Decisions.Any(d => d.Fired)
        ? $"  rule {string.Join(", ", call.Decisions.Where(d => d.Fired).Select(d => d.Rule).Distinct())}"
        : "";

    private static string Describe(Outcome outcome) => outcome switch
    {
        { Wire: { Status: { } status } } => $"HTTP {status}",
        { Wire: { } wire } => wire.Reset ? "no answer: connection reset" : "no answer: connection closed",
        { Fault: { } fault } => $"{fault.TypeInfo.Name}: {outcome.Message}",
        { Value: Vmodl.ManagedObjectReference reference } => reference.Value,
        { Value: System.Collections.ICollection list } => $"ok ({list.Count})",
        _ => "ok",
    };

    [LoggerMessage(100, LogLevel.Information, "#{Number} {Protocol} {Service} {Method} {Target} {User}  {Outcome}")]
    private partial void Answered(long number, string protocol, string service, string method, string target, string user, string outcome);

    [LoggerMessage(101, LogLevel.Error, "#{Number} {Method} failed inside the simulator; this is a bug")]
    private partial void Crashed(Exception exception, long number, string method);
}
