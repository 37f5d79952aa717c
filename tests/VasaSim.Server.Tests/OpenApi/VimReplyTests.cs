using System.Text.Json.Nodes;
using VasaSim.Server.Tests.ViJson;

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

    public static TheoryData<string, string> Properties => Of("get");

    private static TheoryData<string, string> Of(string verb)
    {
        TheoryData<string, string> data = [];
        foreach ((string path, string found, JsonObject _) in ReplySchemas.Newest.Operations)
        {
            if (found == verb && !path.StartsWith("/sms/", StringComparison.Ordinal))
            {
                data.Add(path, found);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public async Task Property_is_as_described(string path, string verb)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        JsonClient client = await JsonClient.LogInAsync(simulator);
        string type = path.Split('/')[1];
        string id = _ids.GetValueOrDefault(type) ?? await FindAsync(client, type);

        using HttpResponseMessage response = await client.GetAsync("/sdk/vim25/8.0.3.0" + path.Replace("{moId}", id, StringComparison.Ordinal));

        string body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode is 200 or 204, body);
        Assert.Empty(ReplySchemas.Newest.Check(path, verb, (int)response.StatusCode, body));
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
