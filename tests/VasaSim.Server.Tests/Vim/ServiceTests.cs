using System.Xml.Linq;
using VasaSim.Server.Hosting;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Vim;

/// <summary>What the server says of itself.</summary>
public sealed class ServiceTests
{
    [Fact]
    public async Task The_content_needs_no_session_and_names_only_what_is_there()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient anonymous = VimClient.Anonymous(simulator);

        ServiceContent content = await anonymous.Soap.ResultAsync<ServiceContent>(VimClient.ServiceInstance, new RetrieveServiceContentRequest());

        ManagedObjectReference[] named = [.. typeof(ServiceContent).GetProperties()
            .Where(p => p.PropertyType == typeof(ManagedObjectReference)).Select(p => (ManagedObjectReference?)p.GetValue(content)).OfType<ManagedObjectReference>()];
        Assert.Equal(["Folder", "PropertyCollector", "SearchIndex", "SessionManager", "ViewManager"], named.Select(n => n.Type).Order());
        Assert.Null(content.CustomFieldsManager);

        // An object that is not there would answer ManagedObjectNotFound.
        foreach (ManagedObjectReference reference in named)
        {
            await anonymous.Soap.FaultAsync<InvalidProperty>(reference, new FetchRequest { Prop = "nothing" });
        }
    }

    [Fact]
    public async Task The_server_is_a_vCenter_of_the_version_that_the_lab_says()
    {
        await using Simulator simulator = await Simulator.StartAsync(o => o with
        {
            Workspace = o.Workspace with { Lab = TestLabs.With(k => k with { ApiVersion = "7.0.0.0" }) },
        });

        ServiceContent content = await VimClient.Anonymous(simulator).FetchAsync<ServiceContent>(VimClient.ServiceInstance, "content");

        Assert.Equal("VMware vCenter Server", content.About.Name);
        Assert.StartsWith("VMware vCenter Server 7.0.0 build-", content.About.FullName, StringComparison.Ordinal);
        Assert.Equal(("7.0.0", "7.0.0.0"), (content.About.Version, content.About.ApiVersion));
        Assert.Equal(("vpx", "VirtualCenter", "linux-x64"), (content.About.ProductLineId, content.About.ApiType, content.About.OsType));
        Assert.True(Guid.TryParse(content.About.InstanceUuid, out _));
    }

    [Fact]
    public async Task The_time_is_that_of_the_world()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        VimClient client = VimClient.LogIn(simulator);

        Assert.Equal(Simulator.StartTime, await client.Soap.ResultAsync<DateTimeOffset>(VimClient.ServiceInstance, new CurrentTimeRequest()));
        Assert.Equal(Simulator.StartTime, await client.FetchAsync<DateTimeOffset>(VimClient.ServiceInstance, "serverClock"));
    }

    [Theory]
    [InlineData(null, "8.0.3.0")]
    [InlineData("7.0.0.0", "7.0.0.0")]
    public async Task The_versions_are_listed_without_a_namespace(string? knob, string newest)
    {
        await using Simulator simulator = await Simulator.StartAsync(o => knob is null ? o : WithVersion(o, knob));

        XElement root = XElement.Parse(await simulator.Http.GetStringAsync("/sdk/vimServiceVersions.xml", TestContext.Current.CancellationToken));

        Assert.Equal("namespaces", root.Name);
        Assert.Equal("1.0", root.Attribute("version")?.Value);
        XElement service = root.Elements("namespace").Single(n => n.Element("name")?.Value == "urn:vim25");
        Assert.Equal(newest, service.Element("version")?.Value);
        string[] prior = [.. service.Elements("priorVersions").Elements("version").Select(v => v.Value)];
        Assert.Contains("6.7", prior);
        Assert.Equal(Contracts.Vim.Versions.Where(v => v < ApiVersion.Parse(newest)).Reverse().Select(v => v.ToString()), prior);
    }

    [Fact]
    public async Task A_get_of_the_endpoint_is_refused()
    {
        await using Simulator simulator = await Simulator.StartAsync();

        using HttpResponseMessage response = await simulator.Http.GetAsync("/sdk", TestContext.Current.CancellationToken);

        Assert.Equal(405, (int)response.StatusCode);
    }

    private static SimulatorOptions WithVersion(SimulatorOptions options, string version) => options with
    {
        Workspace = options.Workspace with { Lab = TestLabs.With(k => k with { ApiVersion = version }) },
    };
}
