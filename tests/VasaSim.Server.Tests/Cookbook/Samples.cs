using VasaSim.Core.Lab;
using VasaSim.Lab;

namespace VasaSim.Server.Tests.Cookbook;

/// <summary>The files of <c>samples/</c>, and the pages that speak of them.</summary>
internal static class Samples
{
    private static readonly string _root = FindRoot();

    /// <summary>All files, from <c>samples/</c>.</summary>
    public static IReadOnlyList<string> Paths { get; } =
    [
        .. Directory.GetFiles(Path.Combine(_root, "samples"), "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Path.Combine(_root, "samples"), f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The pages of the documentation, by their names.</summary>
    public static IReadOnlyDictionary<string, string> Pages { get; } =
        Directory.GetFiles(Path.Combine(_root, "docs"), "*.md").ToDictionary(f => Path.GetFileName(f), Read);

    /// <summary>The text of a file.</summary>
    public static string Text(string path) => Read(Path.Combine(_root, "samples", path));

    /// <summary>A lab of <c>samples/labs/</c>.</summary>
    public static LabDefinition Lab(string name)
    {
        LabResult result = LabFile.Parse(Text($"labs/{name}.yaml"), $"{name}.yaml");
        Assert.Empty(result.Problems);
        return result.Lab!;
    }

    private static string Read(string file) => File.ReadAllText(file).ReplaceLineEndings("\n");

    private static string FindRoot()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "VasaSim.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("The solution's directory was not found.");
    }
}
