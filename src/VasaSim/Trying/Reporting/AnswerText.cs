using System.Globalization;
using VasaSim.Trying.Wire;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Trying.Reporting;

/// <summary>Tells in one line what came of a call.</summary>
internal static class AnswerText
{
    public static string Of(Answer answer) => answer switch
    {
        { IsOk: false } => FaultText.Of(answer),
        { Result: ManagedObjectReference reference } => reference.Value,
        { Result: SmsTaskInfo task } => Of(task),
        { Result: IReadOnlyList<object> items } => $"ok ({string.Join(", ", Failures(items).Prepend(Count(items.Count)))})",
        _ => "ok",
    };

    private static string Of(SmsTaskInfo task) => string.Join(
        ", ",
        [
            task.Progress is { } progress && task.State == "running" ? string.Create(CultureInfo.InvariantCulture, $"{task.State} {progress} %") : task.State,
            .. task.Error is { } error ? [FaultText.Of(error.Fault)] : Array.Empty<string>(),
            .. task.Result is VmodlArray results ? Failures(results.Items) : [],
        ]);

    private static IEnumerable<string> Failures(IEnumerable<object> items) =>
        items.OfType<GroupErrorResult>().Select(e => $"{GroupKey.Of(e.GroupId)} {FaultText.Of(e.Error)}");

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
