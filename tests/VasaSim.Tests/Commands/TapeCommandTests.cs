using VasaSim.Tests.Support;

namespace VasaSim.Tests.Commands;

public class TapeCommandTests
{
    [Fact]
    public async Task A_tape_is_saved_and_a_simulator_with_another_seed_starts_with_it()
    {
        using TempDirectory directory = new();
        string rules = directory.File("rules.yaml");
        string tape = directory.File("run.tape");
        await File.WriteAllTextAsync(rules, "version: 1\nrules:\n  - { id: half, when: { chance: 0.5 }, do: { fault: ProviderBusy } }\n", TestContext.Current.CancellationToken);
        using (ProgramProcess first = ProgramProcess.Start("--data", ":memory:", "--tls", "off", "--rules", rules))
        {
            Uri control = (await first.ReadyAsync()).Control;
            Assert.Equal($"0 {tape}", await RunAsync(control, "tape", "save", tape));
        }

        using ProgramProcess second = ProgramProcess.Start("--data", ":memory:", "--tls", "off", "--tape", tape, "--seed", "7");
        ReadyLine ready = await second.ReadyAsync();

        Assert.Equal(7, ready.Seed);
        Assert.Contains("half", await RunAsync(ready.Control, "rules", "ls"), StringComparison.Ordinal);
        Assert.Contains("\"seed\": 42", await RunAsync(ready.Control, "rules", "export"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tape_that_is_not_valid_exits_3_with_its_lines_and_one_beside_rules_exits_2()
    {
        using TempDirectory directory = new();
        string tape = directory.File("run.tape");
        await File.WriteAllTextAsync(tape, "{\"version\":1,\"seed\":1,\"rules\":{\"version\":1,\"rules\":[]}}\n{}\n[]\n", TestContext.Current.CancellationToken);

        (int code, _, string error) = await InProcess.RunAsync(["start", "--tape", tape]);
        Assert.Equal(ExitCode.Configuration, code);
        Assert.Contains($"{tape}:2:1  ", error, StringComparison.Ordinal);
        Assert.Contains($"{tape}:3:1  ", error, StringComparison.Ordinal);
        (code, _, error) = await InProcess.RunAsync(["start", "--tape", directory.File("none")]);
        Assert.Equal(ExitCode.Configuration, code);
        Assert.Contains("cannot be read", error, StringComparison.Ordinal);
        (code, _, error) = await InProcess.RunAsync(["start", "--tape", tape, "--rules", tape]);
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("give --rules or --tape, not both", error, StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(Uri control, params string[] arguments)
    {
        (int code, string output, string error) = await InProcess.RunAsync([.. arguments, "--url", control.AbsoluteUri]);
        Assert.Empty(error);
        return $"{code} {output.TrimEnd()}";
    }
}
