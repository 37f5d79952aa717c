using System.Text.Json.Nodes;
using VasaSim.Tests.Support;

namespace VasaSim.Tests.Commands;

public class CloudCommandTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>
{
    [Fact]
    public async Task Clouds_are_listed_with_their_links()
    {
        await simulator.ResetAsync();
        await RunAsync("link", "set", "cloud-a", "cloud-b", "--down");

        Assert.Matches("cloud-a +A +vcloud +orgA +3 +0 +1 +cloud-b down", await RunAsync("clouds", "ls"));
    }

    [Fact]
    public async Task A_machine_is_powered_off_and_on_and_writes_as_it_is_told()
    {
        await simulator.ResetAsync();
        JsonNode replication = JsonNode.Parse(await RunAsync("clouds", "replications", "ls", "--format", "json"))!["replications"]![0]!;
        string machine = (string)replication["machine"]!;
        Assert.Matches($"{machine} +db01 +orgA +vdc-a1 +db +on +1MB/s +{replication["id"]}", await RunAsync("clouds", "machines", "cloud-a"));

        Assert.Matches($"{machine} +db01 .* off ", await RunAsync("clouds", "power-off", "cloud-a", machine));
        Assert.Matches($"{machine} +db01 .* on ", await RunAsync("clouds", "power-on", "cloud-a", machine));
        JsonNode changed = JsonNode.Parse(await RunAsync("clouds", "set", "cloud-a", machine, "--change-rate", "2MB/s", "--format", "json"))!;
        Assert.Equal(("2MB/s", true), ((string?)changed["changeRate"], (bool)changed["poweredOn"]!));
    }

    [Fact]
    public async Task A_replication_is_shown_with_its_instances()
    {
        await simulator.ResetAsync();
        await RunAsync("clock", "advance", "2h5m");
        string table = await RunAsync("clouds", "replications", "ls");
        string id = table.Split('\n')[1].Split(' ')[0];

        Assert.Matches(@$"{id} +db01 +cloud-a/orgA/vdc-a1 +cloud-b/orgB/vdc-b1 +TARGET +scheduled +ok +15m +2025-01-15T1\S+ +\d+ +-", table);
        string shown = await RunAsync("clouds", "replications", "show", id);
        Assert.Contains("source           cloud-a/orgA/vdc-a1", shown, StringComparison.Ordinal);
        Assert.Matches(@"replica-\S+ +\d+ +2025-01-15T1", shown);
    }

    [Fact]
    public async Task A_machine_that_is_not_there_is_an_error()
    {
        (int code, _, string error) = await InProcess.RunAsync(["clouds", "power-off", "cloud-a", "none"], ("VASASIM_URL", simulator.Address.AbsoluteUri));

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("There is no machine 'none' in 'cloud-a'.", error, StringComparison.Ordinal);
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        (int code, string output, string error) = await InProcess.RunAsync(arguments, ("VASASIM_URL", simulator.Address.AbsoluteUri));
        Assert.True(code == ExitCode.Ok, $"{string.Join(' ', arguments)}: {error}");
        return output;
    }
}
