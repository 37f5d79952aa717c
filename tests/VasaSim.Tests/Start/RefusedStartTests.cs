using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using VasaSim.Tests.Support;

namespace VasaSim.Tests.Start;

public class RefusedStartTests
{
    [Fact]
    public async Task A_port_in_use_exits_4_and_says_which()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        string port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        using ProgramProcess product = ProgramProcess.Run(["start", "--data", ":memory:", "--port", port, "--control-port", "0", "--vcda-port", "0", "--srm-port", "0"]);
        await EndsAsync(product, ExitCode.Resource, $"Port {port} is in use by another program.", "--port; 0 means any free one");
        using ProgramProcess control = ProgramProcess.Run(["start", "--data", ":memory:", "--port", "0", "--control-port", port, "--vcda-port", "0", "--srm-port", "0"]);
        await EndsAsync(control, ExitCode.Resource, $"Port {port} is in use", "--control-port; 0 means any free one");
    }

    [Fact]
    public async Task A_port_that_another_simulator_has_is_said_to_be_its()
    {
        using ProgramProcess first = ProgramProcess.Start("--data", ":memory:");
        ReadyLine ready = await first.ReadyAsync();

        using ProgramProcess second = ProgramProcess.Run(
            ["start", "--data", ":memory:", "--port", Text(ready.Sms.Port), "--control-port", Text(ready.Control.Port), "--vcda-port", "0", "--srm-port", "0"]);

        await EndsAsync(second, ExitCode.Resource, $"Port {ready.Sms.Port} is in use by another vasasim (pid {ready.Pid}, world in memory)");
    }

    [Fact]
    public async Task An_address_that_is_not_of_this_machine_exits_4()
    {
        using ProgramProcess program = ProgramProcess.Start("--data", ":memory:", "--bind", "192.0.2.1");
        await EndsAsync(program, ExitCode.Resource, "192.0.2.1", "--bind");
    }

    [Fact]
    public async Task Wrong_usage_exits_2_and_names_everything_with_what_is_legal()
    {
        using ProgramProcess program = ProgramProcess.Run(
            ["start", "--port", "70000", "--clock", "x0", "--journal-bytes", "65GiB"],
            null,
            ("VASASIM_TLS", "yes"),
            ("VASASIM_START_TIME", "now"),
            ("VASASIM_JOURNAL_SIZE", "-1"));
        await EndsAsync(
            program,
            ExitCode.Usage,
            "--port: '70000' is not legal; it must be a whole number from 0 to 65535",
            "--clock: 'x0' is not legal; it must be real, frozen",
            "VASASIM_TLS: 'yes' is not legal; it must be on or off",
            "VASASIM_START_TIME: 'now' is not legal; it must be a time with its zone",
            "VASASIM_JOURNAL_SIZE: '-1' is not legal; it must be a whole number from 0",
            "--journal-bytes: '65GiB' is not legal; it must be a number with B, KB");
    }

    [Fact]
    public async Task A_lab_that_is_not_valid_exits_3_with_all_problems_and_their_lines()
    {
        using TempDirectory directory = new();
        string lab = directory.File("broken.yaml");
        await File.WriteAllTextAsync(
            lab, "version: 1\nsites:\n  A:\nproviders:\n  - { id: p-1, site: B }\ncolour: red\n", TestContext.Current.CancellationToken);

        using ProgramProcess program = ProgramProcess.Start("--data", ":memory:", "--lab", lab);

        await EndsAsync(program, ExitCode.Configuration, $"{lab}:5:", $"{lab}:6:", "unknown key 'colour'");
    }

    [Fact]
    public async Task Rules_that_are_not_valid_exit_3_with_all_problems_and_their_lines()
    {
        using TempDirectory directory = new();
        string rules = directory.File("rules.yaml");
        await File.WriteAllTextAsync(
            rules, "version: 1\nrules:\n  - do: { fault: ProviderBussy }\n  - do: {}\n", TestContext.Current.CancellationToken);

        using ProgramProcess program = ProgramProcess.Run(
            ["start", "--port", "0", "--control-port", "0", "--vcda-port", "0", "--srm-port", "0", "--data", ":memory:"], null, ("VASASIM_RULES", rules));

        await EndsAsync(program, ExitCode.Configuration, $"{rules}:3:", "did you mean ProviderBusy?", $"{rules}:4:");
    }

    [Fact]
    public async Task A_lab_that_there_is_not_exits_3_with_a_hint()
    {
        using ProgramProcess program = ProgramProcess.Start("--data", ":memory:", "--lab", "two-sits");
        await EndsAsync(program, ExitCode.Configuration, "no lab 'two-sits'", "did you mean two-sites?");
    }

    [Fact]
    public async Task A_cloud_that_there_is_not_exits_3_with_those_that_there_are()
    {
        using ProgramProcess program = ProgramProcess.Start("--data", ":memory:", "--vcda-site", "cloud-z");
        await EndsAsync(program, ExitCode.Configuration, "no cloud 'cloud-z'", "cloud-a, cloud-b");
    }

    [Fact]
    public async Task A_store_in_use_exits_4()
    {
        using TempDirectory data = new();
        using ProgramProcess first = ProgramProcess.Start("--data", data.Path);
        await first.ReadyAsync();

        using ProgramProcess second = ProgramProcess.Start("--data", data.Path);

        await EndsAsync(second, ExitCode.Resource, data.File("world.db"), "in use");
    }

    [Fact]
    public async Task A_store_with_another_world_than_asked_for_exits_3()
    {
        using TempDirectory data = new();
        await MakeWorldAsync(data);

        using ProgramProcess program = ProgramProcess.Start("--data", data.Path, "--seed", "43");

        await EndsAsync(program, ExitCode.Configuration, "the seed is 42, not 43", "--data");
    }

    [Fact]
    public async Task A_newer_store_exits_10_and_is_left_as_it_is()
    {
        using TempDirectory data = new();
        await MakeWorldAsync(data);
        byte[] world = await File.ReadAllBytesAsync(data.File("world.db"), TestContext.Current.CancellationToken);

        // SQLite's header has the user version, which holds the format's number, at byte 60.
        BinaryPrimitives.WriteInt32BigEndian(world.AsSpan(60), 9999);
        await File.WriteAllBytesAsync(data.File("world.db"), world, TestContext.Current.CancellationToken);

        using ProgramProcess program = ProgramProcess.Start("--data", data.Path);

        await EndsAsync(program, ExitCode.NewerStore, data.File("world.db"), "newer version", "Nothing was changed");
        Assert.Equal(world, await File.ReadAllBytesAsync(data.File("world.db"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_damaged_store_exits_4_and_is_named_with_what_to_do()
    {
        using TempDirectory data = new();
        await MakeWorldAsync(data);
        byte[] world = await File.ReadAllBytesAsync(data.File("world.db"), TestContext.Current.CancellationToken);
        world.AsSpan(100).Fill(0xA5);
        await File.WriteAllBytesAsync(data.File("world.db"), world, TestContext.Current.CancellationToken);

        using ProgramProcess program = ProgramProcess.Start("--data", data.Path);

        await EndsAsync(program, ExitCode.Resource, data.File("world.db"), "damaged", "Move the file away");
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_read_exits_4_and_is_named_with_what_to_do()
    {
        using TempDirectory data = new();
        await MakeWorldAsync(data);
        await File.WriteAllTextAsync(data.File("server.pem"), "rubbish", TestContext.Current.CancellationToken);

        using ProgramProcess program = ProgramProcess.Start("--data", data.Path);

        await EndsAsync(program, ExitCode.Resource, data.Path, "Remove ca.pem");
    }

    [Fact]
    public async Task A_data_directory_that_is_a_file_exits_4()
    {
        using TempDirectory directory = new();
        await File.WriteAllTextAsync(directory.File("data"), "", TestContext.Current.CancellationToken);

        using ProgramProcess program = ProgramProcess.Start("--data", directory.File("data"));

        await EndsAsync(program, ExitCode.Resource, directory.File("data"));
    }

    private static async Task MakeWorldAsync(TempDirectory data)
    {
        using ProgramProcess program = ProgramProcess.Start("--data", data.Path);
        await program.ReadyAsync();
        await program.StopAsync();
    }

    private static async Task EndsAsync(ProgramProcess program, int exitCode, params string[] messages)
    {
        (int code, string output, string error) = await program.EndAsync();
        Assert.True(exitCode == code, $"{code}: {error}");
        Assert.Empty(output);
        Assert.All(messages, message => Assert.Contains(message, error, StringComparison.Ordinal));
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
