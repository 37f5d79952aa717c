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
    public void Arrays_and_clouds_replicate_with_one_engine()
    {
        Type[] core = typeof(Core.World).Assembly.GetTypes();
        Assert.Equal(
            ["CloudTask", "ProtectionTask", "ProviderTask", "RecoveryPlanTask", "ReplicationTask"],
            core.Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(Core.Tasks.ServiceTask))).Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.Equal(typeof(Core.Model.ReplicationState), typeof(Core.Cloud.Model.VmReplication).GetProperty("State")!.PropertyType);
        Assert.Equal(
            typeof(Core.Model.Link), Assert.Single(core, t => t.IsAssignableTo(typeof(Core.Storage.Entity)) && t.Name.Contains("Link", StringComparison.Ordinal)));

        // Protection looks at states where they are, and keeps none.
        Assert.DoesNotContain(
            core.Where(t => t.Namespace == "VasaSim.Core.Recovery.Model").SelectMany(t => t.GetProperties()),
            p => p.PropertyType == typeof(Core.Model.ReplicationState) || p.PropertyType == typeof(Core.Model.ReplicationGroup));

        // Which states an operation leads to is said by StateChart, and how long bytes take by Throughput, for both.
        foreach (string file in Directory.GetFiles(Path.Combine(Repository.Find("src"), "VasaSim.Core", "Cloud", "Operations", "Laws"), "*.cs"))
        {
            Assert.DoesNotMatch(@"[ (]ReplicationState\.[A-Z]", File.ReadAllText(file));
        }

        foreach (string file in Directory.GetFiles(Path.Combine(Repository.Find("src"), "VasaSim.Core"), "*.cs", SearchOption.AllDirectories))
        {
            Assert.DoesNotMatch(@"/ [\w.]*[Bb]andwidth", Path.GetFileName(file) == "Throughput.cs" ? "" : File.ReadAllText(file));
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
