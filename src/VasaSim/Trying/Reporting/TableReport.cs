using System.Globalization;
using VasaSim.Client;

namespace VasaSim.Trying.Reporting;

/// <summary>For people: a line as soon as its call was made, and tables.</summary>
internal sealed class TableReport(TextWriter output) : ITryReport
{
    public void Call(CallRecord call) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{call.Number,3}  {call.Method,-38}  {call.Target.Value,-15}  {Reports.ListOf(call.Groups.Select(g => g.ToString()))}  {AnswerText.Of(call.Answer)}  {call.Elapsed.TotalMilliseconds:0} ms"));

    public void Table(string name, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        output.WriteLine();
        TextTable.Write(output, [.. columns.Select(c => c.ToUpperInvariant())], rows);
    }

    public void Dispose() => output.Flush();
}
