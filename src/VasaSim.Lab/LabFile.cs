using System.Security;
using VasaSim.Configuration.Yaml;
using VasaSim.Configuration;
using VasaSim.Core.Lab;
using VasaSim.Lab.Reading;

namespace VasaSim.Lab;

/// <summary>Reads lab files. The format is described in <c>docs/lab-file.md</c>. Safe to call from any thread.</summary>
public static class LabFile
{
    /// <summary>Reads a lab from YAML text.</summary>
    /// <param name="text">The text; may be anything.</param>
    /// <param name="fileName">How problems call the file. Without directory and extension it is the lab's name, if
    /// the file gives none.</param>
    /// <returns>The lab or all problems; never throws for what is in the text.</returns>
    public static LabResult Parse(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        Problems problems = new(fileName);
        LabDefinition? lab = new YamlReader(text, problems, "lab").Read() is { } root
            ? new LabReader(problems).Read(root, Path.GetFileNameWithoutExtension(fileName))
            : null;
        return problems.Count == 0 ? new LabResult(lab, []) : new LabResult(null, problems.InOrder());
    }

    /// <summary>Reads a lab from a file.</summary>
    /// <param name="path">The file, in UTF-8.</param>
    /// <returns>The lab or all problems; a file that cannot be read is a problem too.</returns>
    public static LabResult Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException
            or NotSupportedException or ArgumentException)
        {
            return new(null, [new FileProblem(path, 0, 0, $"cannot be read: {e.Message}")]);
        }

        return Parse(text, path);
    }
}
