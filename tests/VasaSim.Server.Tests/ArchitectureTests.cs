using System.Xml.Linq;

namespace VasaSim.Server.Tests;

/// <summary>A floor knows only the floors below it.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> _allowed = new()
    {
        ["VasaSim.Vmodl.Generator"] = [],
        ["VasaSim.Vmodl"] = ["VasaSim.Vmodl.Generator"],
        ["VasaSim.Core"] = [],
        ["VasaSim.Configuration"] = [],
        ["VasaSim.Faults"] = ["VasaSim.Configuration"],
        ["VasaSim.Lab"] = ["VasaSim.Configuration", "VasaSim.Core"],
        ["VasaSim.Storage"] = ["VasaSim.Core"],
        ["VasaSim.Server"] = ["VasaSim.Configuration", "VasaSim.Core", "VasaSim.Faults", "VasaSim.Lab", "VasaSim.Storage", "VasaSim.Vmodl"],
        ["VasaSim"] = ["VasaSim.Server"],
    };

    [Fact]
    public void Projects_refer_only_to_floors_below()
    {
        string[] projects = Directory.GetFiles(Repository.Find("src"), "*.csproj", SearchOption.AllDirectories);
        Assert.Equal(_allowed.Keys.Order(), projects.Select(p => Path.GetFileNameWithoutExtension(p)).Order());
        foreach (string project in projects)
        {
            IEnumerable<string> references = XDocument.Load(project).Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value));
            Assert.Empty(references.Except(_allowed[Path.GetFileNameWithoutExtension(project)]));
        }
    }

    [Fact]
    public void There_is_no_place_for_what_has_no_name()
    {
        IEnumerable<string> folders = Directory.EnumerateDirectories(Repository.Find("src"), "*", SearchOption.AllDirectories)
            .Select(d => Path.GetFileName(d));
        Assert.DoesNotContain(folders, name => name is "Common" or "Utils" or "Utilities" or "Helpers" or "Misc" or "Shared");
    }
}
