using VasaSim.Core;
using VasaSim.Server.Injection;

namespace VasaSim.Server.Calls;

/// <summary>
/// The way of a call, whatever its API: session, what it is refused for, then the work. The order is fixed, so that the
/// same mistake always gets the same answer. Never throws: what goes wrong inside is answered as the API's internal
/// error, and logged with the same number.
/// </summary>
public sealed class CallPipeline(CallLog log)
{
    /// <summary>Answers a call.</summary>
    public async ValueTask<Outcome> InvokeAsync(Call call)
    {
        ArgumentNullException.ThrowIfNull(call);
        long number = log.Begin();
        Outcome outcome;
        try
        {
            outcome = await AnswerAsync(call);
        }
        catch (OperationCanceledException) when (call.Aborted.IsCancellationRequested)
        {
            outcome = call.Canceled();
        }
#pragma warning disable CA1031 // The one place where a bug becomes an answer.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.Crashed(number, call, e);
            outcome = call.Crashed(number);
        }

        log.End(number, call, outcome);
        call.Recording?.Answered(call, outcome);
        return outcome;
    }

    /// <summary>What a caller is told who has no session and needs one; null: the call goes on.</summary>
    internal static Outcome? RefuseStranger(Call call) => call.Session is null ? call.RefuseStranger() : null;

    /// <summary>Why a call is refused on the world, or null.</summary>
    internal static Outcome? Refuse(World world, Call call)
    {
        if (call.Session is not null)
        {
            call.Session.LastActive = world.Now;
        }

        return call.Refuse(world);
    }

    private static async ValueTask<Outcome> AnswerAsync(Call call)
    {
        call.Session = call.Workspace.Sessions.Use(call.SessionId, call.Realm);
        if (!call.Workspace.Rules.IsEmpty)
        {
            return await new InjectedCall(call, call.Workspace.Rules).AnswerAsync();
        }

        if (RefuseStranger(call) is { } refusal)
        {
            return refusal;
        }

        (Outcome outcome, bool waits) = await call.Workspace.RunAsync(call, static (world, c) => OnWorld(world, c), call.Recording);
        return waits ? await call.InvokeAsync() : outcome;
    }

    private static (Outcome Outcome, bool Waits) OnWorld(World world, Call call) =>
        Refuse(world, call) is { } refusal ? (refusal, false)
        : call.MayWait ? (default, true)
        : (call.Invoke(world), false);
}
