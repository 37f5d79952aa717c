using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using VasaSim.Lab;
using VasaSim.Tests.Support;
using VasaSim.Vmodl;

namespace VasaSim.Tests.Commands;

public class LocalCommandTests
{
    [Fact]
    public async Task Without_a_simulator_a_command_exits_9_and_wait_exits_5()
    {
        string url = $"http://127.0.0.1:{FreePort()}";
        (int code, _, string error) = await InProcess.RunAsync(["status", "--url", url]);
        Assert.Equal(ExitCode.NotRunning, code);
        Assert.Contains("vasasim start", error, StringComparison.Ordinal);

        (code, _, error) = await InProcess.RunAsync(["wait", "--timeout", "0", "--url", url]);
        Assert.Equal(ExitCode.Timeout, code);
        Assert.Contains(url, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_control_port_of_the_environment_is_the_one_to_ask()
    {
        string port = FreePort().ToString(CultureInfo.InvariantCulture);
        (_, _, string error) = await InProcess.RunAsync(["status"], ("VASASIM_CONTROL_PORT", port));
        Assert.Contains($"http://127.0.0.1:{port}/", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lab_show_writes_the_file_of_each_lab_and_lab_check_finds_it_good()
    {
        using TempDirectory directory = new();
        foreach (string name in KnownLabs.Names)
        {
            (_, string text, _) = await InProcess.RunAsync(["lab", "show", name]);
            Assert.Equal(KnownLabs.TextOf(name), text);
            await File.WriteAllTextAsync(directory.File(name + ".yaml"), text, TestContext.Current.CancellationToken);
            (int code, string output, string error) = await InProcess.RunAsync(["lab", "check", directory.File(name + ".yaml")]);
            Assert.True(code == ExitCode.Ok, error);
            Assert.StartsWith(name + ": ", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Lab_check_exits_3_with_all_problems()
    {
        using TempDirectory directory = new();
        await File.WriteAllTextAsync(directory.File("bad.yaml"), "version: 2\nsite: {}\n", TestContext.Current.CancellationToken);

        (int code, _, string error) = await InProcess.RunAsync(["lab", "check", directory.File("bad.yaml")]);

        Assert.Equal(ExitCode.Configuration, code);
        Assert.Contains("bad.yaml:1:", error, StringComparison.Ordinal);
        Assert.Contains("bad.yaml:2:", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wsdl_writes_the_files()
    {
        using TempDirectory directory = new();

        (int code, string output, _) = await InProcess.RunAsync(["wsdl", "--out", directory.File("wsdl")]);

        Assert.Equal(ExitCode.Ok, code);
        foreach ((string name, byte[] content) in PublishedFiles.CreateAll())
        {
            string path = Path.Combine(directory.File("wsdl"), name);
            Assert.Contains(path, output, StringComparison.Ordinal);
            Assert.Equal(content, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task The_schema_of_rule_files_is_written_to_the_output_or_to_a_file()
    {
        using TempDirectory directory = new();

        (int code, string output, _) = await InProcess.RunAsync(["schema", "rules"]);
        Assert.Equal(ExitCode.Ok, code);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)JsonNode.Parse(output)!["$schema"]);
        (code, string path, _) = await InProcess.RunAsync(["schema", "rules", "--out", directory.File("rules.schema.json")]);
        Assert.Equal($"0 {directory.File("rules.schema.json")}", $"{code} {path.TrimEnd()}");
        Assert.Equal(output, await File.ReadAllTextAsync(path.TrimEnd(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Version_is_one_line()
    {
        (int code, string output, _) = await InProcess.RunAsync(["version"]);
        Assert.Equal(ExitCode.Ok, code);
        Assert.StartsWith("0.", Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_that_is_no_setting_is_warned_of()
    {
        (int code, _, string error) = await InProcess.RunAsync(["version"], ("VASASIM_PROT", "1"), ("VASASIM_SMS_URL", "https://127.0.0.1/sms/sdk"));
        Assert.Equal(ExitCode.Ok, code);
        Assert.Equal(
            "warning: the environment variable VASASIM_PROT is not known and has no effect – did you mean VASASIM_PORT?", error.Trim());
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
