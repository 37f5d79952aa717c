using System.CommandLine;
using System.Globalization;
using VasaSim.Client;
using VasaSim.Server.Control;

namespace VasaSim.Commands;

/// <summary><c>vasasim state</c>: the world as a whole.</summary>
internal static class StateCommand
{
    public static Command Create(Terminal terminal) => new("state", "The simulated world as a whole.")
    {
        ClientVerb.Create(terminal, "reset", "Makes the world anew from its lab and seed.", ResetAsync),
    };

    private static async Task ResetAsync(ClientCall call)
    {
        ResetReport report = await call.Client.SendAsync(
            HttpMethod.Post, "/_sim/v1/state/reset", null, ControlJson.Readable.ResetReport, call.Cancellation);
        call.Answer(report, ControlJson.Readable.ResetReport, output =>
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Reset in {report.Milliseconds} ms; {report.Groups} groups and {report.Tasks} tasks were dropped."));
            output.WriteLine($"clock  {Reports.Clock(report.Clock)}");
        });
    }
}
