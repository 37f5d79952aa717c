using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using VasaSim.Tests.Support;

namespace VasaSim.Tests.Start;

public class ReadyTests
{
    [Fact]
    public async Task Two_simulators_start_at_once_on_free_ports_and_each_prints_one_line()
    {
        using TempDirectory one = new();
        using TempDirectory two = new();
        using ProgramProcess first = ProgramProcess.Start("--data", one.Path, "--seed", "7");
        using ProgramProcess second = ProgramProcess.Start("--data", two.Path);

        ReadyLine a = await first.ReadyAsync();
        ReadyLine b = await second.ReadyAsync();

        Assert.Equal(first.Pid, a.Pid);
        Assert.Equal(7, a.Seed);
        Assert.Equal(42, b.Seed);
        Assert.Equal(one.File("ca.pem"), a.Ca);
        Assert.Equal(4, new[] { a.Sms.Port, a.Control.Port, b.Sms.Port, b.Control.Port }.Distinct().Count());
        Assert.Equal(a.Sms.Authority, new Uri(a.Srm).Authority);
        Assert.NotEqual(a.Srm, a.SrmPeer);
        (int code, string rest, string error) = await first.StopAsync();
        Assert.Equal(ExitCode.Ok, code);
        Assert.Empty(rest);
        Assert.Empty(error);
    }

    [Fact]
    public async Task The_ca_of_the_ready_line_is_the_one_to_trust_and_stays_the_same()
    {
        using TempDirectory data = new();
        string before;
        using (ProgramProcess first = ProgramProcess.Start("--data", data.Path))
        {
            ReadyLine ready = await first.ReadyAsync();
            before = await File.ReadAllTextAsync(ready.Ca, TestContext.Current.CancellationToken);
            using HttpClient control = new();
            Assert.Equal(before, await control.GetStringAsync(new Uri(ready.Control, "/_sim/ca.pem"), TestContext.Current.CancellationToken));
            using HttpClient client = Trusting(ready.Ca);
            using HttpResponseMessage answer = await client.GetAsync(ready.Sms, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
            await first.StopAsync();
        }

        using ProgramProcess second = ProgramProcess.Start("--data", data.Path);
        Assert.Equal(before, await File.ReadAllTextAsync((await second.ReadyAsync()).Ca, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_tls_there_is_no_ca()
    {
        using ProgramProcess program = ProgramProcess.Start("--data", ":memory:", "--tls", "off");

        ReadyLine ready = await program.ReadyAsync();

        Assert.Equal("-", ready.Ca);
        Assert.Equal("http", ready.Sms.Scheme);
    }

    [Fact]
    public async Task In_memory_the_ca_is_a_temporary_file_that_goes_with_the_program()
    {
        using ProgramProcess program = ProgramProcess.Start("--data", ":memory:");
        ReadyLine ready = await program.ReadyAsync();
        Assert.True(File.Exists(ready.Ca));

        await program.StopAsync();

        Assert.False(File.Exists(ready.Ca));
    }

    [Fact]
    public async Task Without_a_data_directory_the_users_own_is_used_and_never_the_current_one()
    {
        using TempDirectory home = new();
        using TempDirectory current = new();
        using ProgramProcess program = ProgramProcess.Run(
            ["start", "--port", "0", "--control-port", "0", "--vcda-port", "0", "--srm-port", "0"], current.Path, ("XDG_DATA_HOME", home.Path), ("HOME", home.Path), ("LOCALAPPDATA", home.Path));

        ReadyLine ready = await program.ReadyAsync();

        Assert.StartsWith(home.Path, ready.Ca, StringComparison.Ordinal);
        Assert.EndsWith(Path.Combine("vasasim", "default", "ca.pem"), ready.Ca, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(current.Path));
    }

    [Fact]
    public async Task Every_option_can_be_given_by_the_environment_and_the_option_wins()
    {
        using TempDirectory data = new();
        using ProgramProcess program = ProgramProcess.Run(
            ["start", "--seed", "8"],
            null,
            ("VASASIM_PORT", "0"), ("VASASIM_CONTROL_PORT", "0"), ("VASASIM_VCDA_PORT", "0"), ("VASASIM_SRM_PORT", "0"), ("VASASIM_BIND", "127.0.0.1"), ("VASASIM_DATA", data.Path),
            ("VASASIM_DURABILITY", "full"), ("VASASIM_LAB", "minimal"), ("VASASIM_SEED", "7"), ("VASASIM_START_TIME", "2030-01-01T00:00:00Z"),
            ("VASASIM_CLOCK", "frozen"), ("VASASIM_TASKS", "instant"), ("VASASIM_TLS", "off"), ("VASASIM_PASSWORD", "secret"),
            ("VASASIM_SESSION_TIMEOUT", "5m"), ("VASASIM_ENV_FILE", data.File("env")), ("VASASIM_READY_FILE", data.File("ready")),
            ("VASASIM_LOG", "json"));

        ReadyLine ready = await program.ReadyAsync();

        using HttpClient control = new() { BaseAddress = ready.Control };
        JsonObject info = (await control.GetFromJsonAsync<JsonObject>("/_sim/info", TestContext.Current.CancellationToken))!;
        Assert.Equal(8, (long)info["seed"]!);
        Assert.Equal("minimal", (string?)info["lab"]);
        Assert.Equal("-", ready.Vcda);
        Assert.Equal("2030-01-01T00:00:00.000Z", (string?)info["startTime"]);
        Assert.Equal("5m", (string?)info["limits"]!["sessionTimeout"]);
        Assert.Equal("http", ready.Sms.Scheme);
        Assert.True(File.Exists(data.File("world.db")));
        Assert.Contains("export GOVC_PASSWORD='secret'\n", await File.ReadAllTextAsync(data.File("env"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(File.Exists(data.File("ready")));
    }

    [Fact]
    public async Task The_log_goes_to_standard_error_and_has_its_fields_in_json()
    {
        using ProgramProcess program = ProgramProcess.Start("--data", ":memory:", "--tls", "off", "--log", "json");
        ReadyLine ready = await program.ReadyAsync();
        using HttpClient control = new() { BaseAddress = ready.Control };
        using HttpResponseMessage answer = await control.PostAsync(new Uri("/_sim/v1/clock/freeze", UriKind.Relative), null, TestContext.Current.CancellationToken);

        (_, string rest, string error) = await program.StopAsync();

        Assert.Empty(rest);
        JsonNode line = JsonNode.Parse(Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)))!;
        Assert.Equal("information", (string?)line["level"]);
        Assert.Equal("/_sim/v1/clock/freeze", (string?)line["path"]);
        Assert.Equal(200, (int)line["status"]!);
    }

    private static HttpClient Trusting(string caPath)
    {
        HttpClientHandler handler = new()
        {
            ServerCertificateCustomValidationCallback = (_, certificate, chain, errors) =>
            {
                using X509Certificate2 ca = X509Certificate2.CreateFromPem(File.ReadAllText(caPath));
                chain!.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
                chain.ChainPolicy.CustomTrustStore.Add(ca);
                chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
                return !errors.HasFlag(System.Net.Security.SslPolicyErrors.RemoteCertificateNameMismatch) && chain.Build(certificate!);
            },
        };
        return new HttpClient(handler);
    }
}
