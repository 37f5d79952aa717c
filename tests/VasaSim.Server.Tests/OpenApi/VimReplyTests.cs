using System.Text.Json.Nodes;
using VasaSim.Server.Tests.ViJson;
using VasaSim.Vmodl;

namespace VasaSim.Server.Tests.OpenApi;

/// <summary>
/// Every method and property of the vim slice answers as the document says, when all goes well. The methods of SMS are
/// checked wherever the two protocols are compared.
/// </summary>
public sealed class VimReplyTests
{
    private static readonly Dictionary<string, string> _ids = new()
    {
        ["ServiceInstance"] = "ServiceInstance",
        ["SessionManager"] = "SessionManager",
        ["PropertyCollector"] = "propertyCollector",
        ["ViewManager"] = "ViewManager",
        ["SearchIndex"] = "SearchIndex",
        ["Folder"] = "group-d1",
        ["Datastore"] = "datastore-21",
        ["HostSystem"] = "host-11",
        ["VirtualMachine"] = "vm-101",
    };

    public static TheoryData<string> Properties =>
        [.. ReplySchemas.Newest.Operations.Where(o => o.Verb == "get" && !o.Path.StartsWith("/sms/", StringComparison.Ordinal)).Select(o => o.Path)];

    [Theory]
    [MemberData(nameof(Properties))]
    public async Task Property_is_as_described(string path)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        JsonClient client = await JsonClient.LogInAsync(simulator);
        string type = path.Split('/')[1];
        string id = _ids.GetValueOrDefault(type) ?? await FindAsync(client, type);

        using HttpResponseMessage response = await client.GetAsync("/sdk/vim25/8.0.3.0" + path.Replace("{moId}", id, StringComparison.Ordinal));

        string body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode is 200 or 204, body);
        Assert.Empty(ReplySchemas.Newest.Check(path, "get", (int)response.StatusCode, body));
    }

    [Fact]
    public async Task Every_method_is_as_described()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        JsonClient client = await JsonClient.LogInAsync(simulator);
        const string folder = """{"type":"Folder","value":"group-d1"}""";
        const string spec = """{"propSet":[{"type":"Datastore","pathSet":["name","summary"]}],"objectSet":[{"obj":{"type":"Datastore","value":"datastore-21"}},{"obj":{"type":"Datastore","value":"datastore-22"}}]}""";
        HashSet<string> called = [];

        await CallAsync("ServiceInstance", "ServiceInstance", "CurrentTime");
        await CallAsync("ServiceInstance", "ServiceInstance", "RetrieveServiceContent");
        await CallAsync("SearchIndex", "SearchIndex", "FindByInventoryPath", """{"inventoryPath":"A"}""");
        await CallAsync("SearchIndex", "SearchIndex", "FindChild", $$"""{"entity":{{folder}},"name":"none"}""");
        await CallAsync("SearchIndex", "SearchIndex", "FindByUuid", """{"uuid":"none","vmSearch":true}""");

        string view = Id(await CallAsync("ViewManager", "ViewManager", "CreateContainerView", $$"""{"container":{{folder}},"recursive":true}"""));
        string list = Id(await CallAsync("ViewManager", "ViewManager", "CreateListView", $$"""{"obj":[{{folder}}]}"""));
        await CallAsync("ListView", list, "ModifyListView", $$"""{"add":[{"type":"Datastore","value":"none"}],"remove":[{{folder}}]}""");
        await CallAsync("ListView", list, "ResetListView", $$"""{"obj":[{{folder}}]}""");
        await CallAsync("ListView", list, "ResetListViewFromView", $$$"""{"view":{"type":"ContainerView","value":"{{{view}}}"}}""");
        await CallAsync("View", list, "DestroyView");

        const string collector = "propertyCollector";
        await CallAsync("PropertyCollector", collector, "RetrieveProperties", $$"""{"specSet":[{{spec}}]}""");
        foreach (string end in (string[])["ContinueRetrievePropertiesEx", "CancelRetrievePropertiesEx"])
        {
            JsonNode page = (await CallAsync("PropertyCollector", collector, "RetrievePropertiesEx", $$$"""{"specSet":[{{{spec}}}],"options":{"maxObjects":1}}"""))!;
            await CallAsync("PropertyCollector", collector, end, $$"""{"token":{{page["token"]!.ToJsonString()}}}""");
        }

        string own = Id(await CallAsync("PropertyCollector", collector, "CreatePropertyCollector"));
        string filter = Id(await CallAsync("PropertyCollector", own, "CreateFilter", $$"""{"spec":{{spec}},"partialUpdates":false}"""));
        await CallAsync("PropertyCollector", own, "CheckForUpdates");
        await CallAsync("PropertyCollector", own, "WaitForUpdates");
        await CallAsync("PropertyCollector", own, "WaitForUpdatesEx", """{"options":{"maxWaitSeconds":0}}""");
        await CallAsync("PropertyCollector", own, "CancelWaitForUpdates");
        await CallAsync("PropertyFilter", filter, "DestroyPropertyFilter");
        await CallAsync("PropertyCollector", own, "DestroyPropertyCollector");

        await CallAsync("SessionManager", "SessionManager", "SetLocale", """{"locale":"en_US"}""");
        await CallAsync("SessionManager", "SessionManager", "SessionIsActive", """{"sessionID":"none","userName":"none"}""");
        JsonNode other = (await CallAsync("SessionManager", "SessionManager", "Login", """{"userName":"viewer@sim.local","password":"VasaSim!1"}"""))!;
        await CallAsync("SessionManager", "SessionManager", "TerminateSession", $$"""{"sessionId":[{{other["key"]!.ToJsonString()}}]}""");
        await CallAsync("SessionManager", "SessionManager", "Logout");

        Assert.Empty(Contracts.Vim.Operations.Where(o => !o.Undocumented).Select(o => o.Name).Except(called));

        async Task<JsonNode?> CallAsync(string type, string id, string method, string? body = null)
        {
            called.Add(method);
            using HttpResponseMessage response = await client.PostAsync($"{JsonClient.Release}{type}/{id}/{method}", body);
            string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True((int)response.StatusCode is 200 or 204, $"{method}: {text}");
            Assert.Empty(ReplySchemas.Newest.Check($"/{type}/{{moId}}/{method}", "post", (int)response.StatusCode, text));
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }

        static string Id(JsonNode? reference) => (string)reference!["value"]!;
    }

    // Types of which any object will do, and those whose objects a session makes.
    private static async Task<string> FindAsync(JsonClient client, string type)
    {
        string called = type switch
        {
            "ManagedEntity" or "ExtensibleManagedObject" or "ManagedObject" => "Folder",
            "ComputeResource" => "ClusterComputeResource",
            _ => type,
        };
        (string method, string body) = called switch
        {
            "ContainerView" or "View" or "ManagedObjectView" =>
                ("ViewManager/ViewManager/CreateContainerView", """{"container":{"type":"Folder","value":"group-d1"},"recursive":true}"""),
            "ListView" => ("ViewManager/ViewManager/CreateListView", """{"obj":[{"type":"Folder","value":"group-d1"}]}"""),
            "PropertyFilter" => (
                "PropertyCollector/propertyCollector/CreateFilter",
                """{"spec":{"propSet":[{"type":"Folder","pathSet":["name"]}],"objectSet":[{"obj":{"type":"Folder","value":"group-d1"}}]},"partialUpdates":false}"""),
            _ => ("ViewManager/ViewManager/CreateContainerView", $$"""{"container":{"type":"Folder","value":"group-d1"},"recursive":true,"type":["{{called}}"]}"""),
        };
        string made = (string)(await JsonClient.BodyAsync(await client.PostAsync(JsonClient.Release + method, body)))["value"]!;
        if (method.EndsWith("CreateListView", StringComparison.Ordinal) || called is "ContainerView" or "View" or "ManagedObjectView" or "PropertyFilter")
        {
            return made;
        }

        if (called == "Folder")
        {
            return "group-d1";
        }

        JsonNode view = await JsonClient.BodyAsync(await client.GetAsync($"{JsonClient.Release}ContainerView/{made}/view"));
        return (string)view[0]!["value"]!;
    }
}
