using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using VasaSim.Faults.Actions;
using VasaSim.Server.Tests.Sms;
using VasaSim.Server.Tests.ViJson;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Tests.Injection;

/// <summary>Plays cases of the catalogue over a socket, each in a world as at the start, and finds the fault in what comes back.</summary>
internal sealed class FaultStage : IAsyncDisposable
{
    private readonly Simulator _simulator;
    private readonly SoapClient _soap;
    private readonly JsonClient _json;

    private FaultStage(Simulator simulator, JsonClient json) => (_simulator, _soap, _json) = (simulator, SmsClient.LogIn(simulator).Soap, json);

    public static async Task<FaultStage> OpenAsync()
    {
        Simulator simulator = await Simulator.StartAsync();
        return new FaultStage(simulator, await JsonClient.LogInAsync(simulator));
    }

    /// <summary>What SOAP has: the element of the fault, or of the group's result that has it.</summary>
    public async Task<XElement> SoapAsync(FaultCase play)
    {
        await PrepareAsync(play);
        XElement answer = await AskAsync(play.Call.Target, play.Call.Request);
        if (play.Shape == FaultShape.SoapFault)
        {
            return answer;
        }

        if (IsTask(play))
        {
            XElement task = Assert.Single(answer.Elements());
            answer = Assert.Single((await AskAsync(new ManagedObjectReference("SmsTask", task.Value), new QuerySmsTaskInfoRequest())).Elements());
            answer = answer.Elements().Single(e => e.Name.LocalName == (play.Shape == FaultShape.TaskError ? "error" : "result"));
        }

        return play.Shape == FaultShape.TaskError ? answer : answer.Elements().First();
    }

    /// <summary>What VI JSON has: the object of the fault, or of the group's result that has it.</summary>
    public async Task<JsonObject> JsonAsync(FaultCase play)
    {
        await PrepareAsync(play);
        (ManagedObjectReference target, OperationInfo operation) = (play.Call.Target, play.Call.Operation);
        using HttpResponseMessage response = await _json.PostAsync(
            $"{JsonClient.Sms}{target.Type}/{target.Value}/{operation.Name}", play.Call.ToJson()["arguments"]!.ToJsonString());
        JsonNode answer = await JsonClient.BodyAsync(response, play.Shape == FaultShape.SoapFault ? 500 : 200);
        if (IsTask(play) && play.Shape != FaultShape.SoapFault)
        {
            using HttpResponseMessage ended = await _json.PostAsync($"{JsonClient.Sms}SmsTask/{answer["value"]}/QuerySmsTaskInfo");
            JsonNode info = await JsonClient.BodyAsync(ended);
            answer = play.Shape == FaultShape.TaskError ? info["error"]! : info["result"]!["_value"]!;
        }

        return (answer is JsonArray results ? results[0]! : answer).AsObject();
    }

    /// <summary>The fault itself in what VI JSON has; there is none in a summary.</summary>
    public static JsonObject FaultIn(FaultCase play, JsonObject json) => play.Shape switch
    {
        FaultShape.GroupError => Assert.Single(json["error"]!.AsArray())!.AsObject(),
        FaultShape.Warning => Assert.Single(json["warning"]!.AsArray())!.AsObject(),
        _ => json,
    };

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    private static bool IsTask(FaultCase play) => play.Call.Operation.Name.EndsWith("_Task", StringComparison.Ordinal);

    // The rule goes over the wire as the page shows it.
    private async Task PrepareAsync(FaultCase play)
    {
        await _simulator.Host.Workspace.ResetAsync();
        using StringContent rules = new($"version: 1\nrules:\n{RuleText.Of(play.Rule)}", Encoding.UTF8, "application/yaml");
        using HttpResponseMessage response = await _simulator.Control.PutAsync(
            new Uri("/_sim/v1/rules", UriKind.Relative), rules, TestContext.Current.CancellationToken);
        Assert.True(
            response.IsSuccessStatusCode, $"{play.Name}: {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
    }

    private async Task<XElement> AskAsync(ManagedObjectReference target, Request request)
    {
        using HttpResponseMessage response = await _soap.SendAsync(target, request);
        XDocument envelope = XDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return envelope.Root!.Elements().Single(e => e.Name.LocalName == "Body").Elements().Single();
    }
}
