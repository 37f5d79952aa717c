using System.Security;
using VasaSim.Configuration;
using VasaSim.Faults.Rules;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Injection;

/// <summary>Reads rule files from the disk, and checks them against the API. Safe for threads.</summary>
public static class RuleFiles
{
    private static readonly RuleFile _format = new(new RuleCatalog());

    /// <summary>Reads a rule file.</summary>
    /// <param name="path">The file, in UTF-8.</param>
    /// <returns>The rules or all problems; a file that cannot be read is a problem too.</returns>
    public static RuleFileResult<RuleSet> Load(string path) => Read(path, ReadText(path));

    /// <summary>Reads a rule file that has to be legal.</summary>
    /// <returns>Its text and the rules.</returns>
    /// <exception cref="WorkspaceException">It is not; the message has all problems.</exception>
    internal static (string Text, RuleSet Set) Require(string path)
    {
        (string? Text, string? Problem) content = ReadText(path);
        RuleFileResult<RuleSet> read = Read(path, content);
        return read.Value is { } set
            ? (content.Text!, set)
            : throw new WorkspaceException(string.Join(Environment.NewLine, read.Problems));
    }

    /// <summary>The rules of a text, or why there are none.</summary>
    internal static RuleFileResult<RuleSet> Read(string path, (string? Text, string? Problem) content) => content.Text is { } text
        ? _format.ReadSet(text, path)
        : new RuleFileResult<RuleSet>(null, [new FileProblem(path, 0, 0, content.Problem!)]);

    /// <summary>The text of a file, or why it cannot be read.</summary>
    internal static (string? Text, string? Problem) ReadText(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return (File.ReadAllText(path), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException or ArgumentException)
        {
            return (null, $"cannot be read: {e.Message}");
        }
    }
}
