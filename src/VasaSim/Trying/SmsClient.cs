using VasaSim.Trying.Reporting;
using VasaSim.Trying.Wire;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Trying;

/// <summary>
/// Makes calls with the patience that the service asks of its clients, and reports each: after InvalidSession it logs in
/// again, once for a call; after ProviderBusy it waits and asks again, up to three times; and when the answer was lost it
/// asks once more, since the service answers AlreadyDone to what was done before.
/// </summary>
internal sealed class SmsClient(ISmsConnection connection, Credentials credentials, ITryReport report, TimeProvider time)
{
    private int _calls;

    /// <summary>Opens a session.</summary>
    /// <exception cref="CommandException">The server did not let the user in.</exception>
    public async Task LogInAsync(CancellationToken cancellation)
    {
        Answer answer = await ReportAsync(
            "Login", HttpConnection.SessionManager, [], connection.LogInAsync(credentials.User, credentials.Password, cancellation));
        if (!answer.IsOk)
        {
            throw Refused($"{credentials.User} cannot log in", answer);
        }
    }

    /// <summary>Makes a call, again where that makes sense.</summary>
    /// <param name="target">The object to call.</param>
    /// <param name="request">The method and its arguments.</param>
    /// <param name="groups">The groups that the call is about, for the report.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The last answer.</returns>
    public async Task<Answer> CallAsync(
        ManagedObjectReference target, Request request, IReadOnlyList<GroupKey> groups, CancellationToken cancellation)
    {
        bool wasLost = false;
        bool hadNoSession = false;
        BusyPauses pauses = new(time);
        while (true)
        {
            Answer answer = await ReportAsync(request.Operation.Name, target, groups, connection.CallAsync(target, request, cancellation));
            switch (answer)
            {
                case { IsLost: true } when !wasLost:
                    wasLost = true;
                    break;
                case { Fault: InvalidSession or NotAuthenticated } when !hadNoSession:
                    hadNoSession = true;
                    await LogInAsync(cancellation);
                    break;
                case { Fault: ProviderBusy } when await pauses.NextAsync(cancellation):
                    break;
                default:
                    return answer;
            }
        }
    }

    /// <summary>Makes a call without which nothing can go on.</summary>
    /// <exception cref="CommandException">The call did not succeed.</exception>
    public async Task<Answer> NeedAsync(ManagedObjectReference target, Request request, CancellationToken cancellation)
    {
        Answer answer = await CallAsync(target, request, [], cancellation);
        return answer.IsOk ? answer : throw Refused(request.Operation.Name, answer);
    }

    private async Task<Answer> ReportAsync(string method, ManagedObjectReference target, IReadOnlyList<GroupKey> groups, Task<Answer> call)
    {
        long begin = time.GetTimestamp();
        Answer answer = await call;
        report.Call(new CallRecord(++_calls, method, target, groups, answer, time.GetElapsedTime(begin)));
        return answer;
    }

    private static CommandException Refused(string what, Answer answer) => new(
        ExitCode.Failed,
        $"{what}: {FaultText.Of(answer)}{(answer is { Fault: not null, Message.Length: > 0 } ? $": {answer.Message}" : "")}");
}
