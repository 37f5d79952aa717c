using System.Net.Http.Json;
using System.Text.Json.Nodes;
using VasaSim.Server.Tests.ViJson;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Tests.Injection;

/// <summary>Faults of a registration say what they would say of the provider that is registered, not of another one.</summary>
public sealed class RegistrationFaultTests
{
    [Theory]
    [InlineData("CertificateNotTrusted", "certificate")]
    [InlineData("InvalidCertificate", "certificate")]
    [InlineData("InvalidUrl", "url")]
    public async Task Members_that_a_rule_leaves_out_are_those_of_the_endpoint(string type, string member)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        JsonClient client = await JsonClient.LogInAsync(simulator);
        JsonNode endpoint = (await simulator.Control.GetFromJsonAsync<JsonNode>("/_sim/v1/endpoints/array-f1", TestContext.Current.CancellationToken))!;
        using HttpResponseMessage added = await simulator.Control.PostAsJsonAsync(
            "/_sim/v1/rules", new { match = new { operation = "RegisterProvider_Task" }, @do = new { fault = type } }, TestContext.Current.CancellationToken);
        Assert.True(added.IsSuccessStatusCode);

        FaultCall call = FaultCall.All.First(c => c.Request is RegisterProviderRequest);
        JsonNode task = await JsonClient.BodyAsync(
            await client.PostAsync($"{JsonClient.Sms}SmsStorageManager/storageManager/RegisterProvider_Task", call.ToJson()["arguments"]!.ToJsonString()));
        JsonNode info = await JsonClient.BodyAsync(await client.PostAsync($"{JsonClient.Sms}SmsTask/{task["value"]}/QuerySmsTaskInfo"));

        Assert.Equal(type, (string?)info["error"]!["_typeName"]);
        Assert.Equal((string?)(member == "url" ? endpoint["url"] : endpoint["certificate"]!["pem"]), (string?)info["error"]![member]);
    }
}
