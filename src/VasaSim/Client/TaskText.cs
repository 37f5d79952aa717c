using System.Globalization;
using VasaSim.Server.Control;

namespace VasaSim.Client;

/// <summary>Writes tasks for people.</summary>
internal static class TaskText
{
    /// <summary>One line for each.</summary>
    public static void Table(TextWriter output, IEnumerable<TaskReport> tasks) => TextTable.Write(
        output,
        ["TASK", "OPERATION", "PROVIDER", "STATE", "PROGRESS", "CREATED", "DUE", "TROUBLE"],
        tasks.Select(t => new[] { t.Id, t.Operation, t.Provider ?? "-", t.State, Progress(t), Reports.Time(t.Created), Due(t), Trouble(t) }));

    /// <summary>All of one.</summary>
    public static void Fields(TextWriter output, TaskReport task)
    {
        Reports.Field(output, "id", task.Id);
        Reports.Field(output, "operation", task.Operation);
        Reports.Field(output, "provider", task.Provider ?? "-");
        Reports.Field(output, "groups", Reports.ListOf(task.Groups));
        Reports.Field(output, "state", task.State);
        Reports.Field(output, "progress", Progress(task));
        Reports.Field(output, "created", Reports.Time(task.Created));
        Reports.Field(output, "started", Reports.Time(task.Started));
        Reports.Field(output, "due", Due(task));
        Reports.Field(output, "trouble", Trouble(task));
        if (task.Error is { } error)
        {
            Reports.Field(output, "error", $"{error.Type}: {error.Message}");
        }
    }

    private static string Progress(TaskReport task) =>
        task.Progress is { } percent ? string.Create(CultureInfo.InvariantCulture, $"{percent} %") : "-";

    private static string Due(TaskReport task) => task.Due is { } due ? Reports.Time(due) : "-";

    private static string Trouble(TaskReport task) => Reports.ListOf(
    [
        .. task.Held ? ["held"] : Array.Empty<string>(),
        .. task.Polls is { } polls ? [string.Create(CultureInfo.InvariantCulture, $"ends when asked {polls} times")] : Array.Empty<string>(),
        .. task.Forgotten ? ["forgotten"] : Array.Empty<string>(),
        .. task.Error is { } error ? [error.Type] : Array.Empty<string>(),
    ]);
}
