using System.CommandLine;
using System.Globalization;
using VasaSim.Settings;

namespace VasaSim.Tests.Commands;

/// <summary>The documentation is checked against the tables that the program itself uses.</summary>
public class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(RepositoryRoot(), "docs", "command-line.md"));

    [Fact]
    public void Every_setting_has_its_row()
    {
        foreach (Setting setting in StartSettings.All.Concat(ClientSettings.All).Concat(TrySettings.All))
        {
            string values = setting.Values.Replace("|", "\\|", StringComparison.Ordinal);
            Contains($"| `{setting.Flag} {values}` | `{setting.Variable}` | {setting.DefaultText} | {setting.Meaning} |");
        }
    }

    [Fact]
    public void Every_exit_code_has_its_row() =>
        Assert.All(ExitCode.All, code => Contains(string.Create(CultureInfo.InvariantCulture, $"| {code.Code} | {code.Meaning} |")));

    [Fact]
    public void Every_command_and_each_of_its_options_is_told()
    {
        Terminal terminal = new(TextWriter.Null, TextWriter.Null, new Dictionary<string, string>());
        Check(CommandLine.Root(terminal), "vasasim");

        static void Check(Command command, string path)
        {
            if (command.Subcommands.Count == 0)
            {
                Contains($"`{path}");
                Assert.All(command.Options, o => Contains(o.Name));
            }

            foreach (Command verb in command.Subcommands)
            {
                Check(verb, $"{path} {verb.Name}");
            }
        }
    }

    [Fact]
    public async Task Help_tells_every_option_with_its_variable_and_the_exit_codes()
    {
        (int code, string help, _) = await InProcess.RunAsync(["start", "--help"]);

        Assert.Equal(ExitCode.Ok, code);
        Assert.All(StartSettings.All, s => Assert.Contains($"env: {s.Variable}]", help, StringComparison.Ordinal));
        Assert.All(StartSettings.All, s => Assert.Contains($"  {s.Flag} <", help, StringComparison.Ordinal));
        Assert.All(ExitCode.All, e => Assert.Contains(e.Meaning, help, StringComparison.Ordinal));
    }

    private static void Contains(string text) => Assert.True(Page.Contains(text, StringComparison.Ordinal), $"docs/command-line.md lacks: {text}");

    private static string RepositoryRoot()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "VasaSim.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
