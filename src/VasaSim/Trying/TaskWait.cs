using VasaSim.Configuration.Texts;
using VasaSim.Trying.Wire;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Trying;

/// <summary>Asks for a task, at first often and then less, until it has ended.</summary>
/// <param name="client">Makes the calls.</param>
/// <param name="patience">How long to wait, in real time; zero to ask once.</param>
/// <param name="time">Real time.</param>
internal sealed class TaskWait(SmsClient client, TimeSpan patience, TimeProvider time)
{
    private static readonly TimeSpan _first = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(2);

    /// <summary>Waits for a task.</summary>
    /// <returns>The task's result as the items of a list, its error, or why neither is known.</returns>
    public async Task<Answer> EndAsync(ManagedObjectReference task, IReadOnlyList<GroupKey> groups, CancellationToken cancellation)
    {
        long begin = time.GetTimestamp();
        TimeSpan pause = _first;
        while (true)
        {
            Answer answer = await client.CallAsync(task, new QuerySmsTaskInfoRequest(), groups, cancellation);
            switch (answer.Result)
            {
                case SmsTaskInfo { State: "success" } info:
                    return Answer.Ok((info.Result as VmodlArray)?.Items);
                case SmsTaskInfo { State: "error", Error: { } error }:
                    return Answer.Failed(error.Fault, error.LocalizedMessage);
                case SmsTaskInfo { State: "error" }:
                    return Answer.Unusable($"{task.Value} ended in error without saying why");
                case SmsTaskInfo info when time.GetElapsedTime(begin) >= patience:
                    return Answer.Unusable($"{task.Value} is still {info.State} after {DurationText.Format(patience)}; a frozen clock stops tasks");
                case SmsTaskInfo:
                    await Task.Delay(pause, time, cancellation);
                    pause = pause * 2 < _longest ? pause * 2 : _longest;
                    break;
                default:
                    // Not as the fault that it is: it is the question's, and says nothing of the task.
                    return Answer.Unusable($"{task.Value} cannot be asked: {(answer.IsOk ? "it is not described" : FaultText.Of(answer))}");
            }
        }
    }
}
