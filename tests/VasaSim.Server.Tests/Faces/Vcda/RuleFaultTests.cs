using System.Text.Json.Nodes;
using VasaSim.Faults.Rules;
using VasaSim.Server.Faces.Vcda;
using VasaSim.Server.Injection;
using VasaSim.Server.Tests.Injection;

namespace VasaSim.Server.Tests.Faces.Vcda;

/// <summary>Errors that rules raise of the API for cloud replications, over a socket.</summary>
public sealed class RuleFaultTests
{
    // Each code with an operation that has it.
    private static readonly (string Code, int Status, string Operation)[] _codes =
    [
        ("BadRequest", 400, "getVmReplication"),
        ("BadUserInput", 400, "getTask"),
        ("ServiceNotLicensed", 400, "startVmReplication"),
        ("NotAuthenticated", 401, "getVmReplication"),
        ("RemoteAuthenticationFailure", 401, "syncVmReplication"),
        ("Forbidden", 403, "getVappReplication"),
        ("NotFound", 404, "getVmReplicationInstance"),
        ("SiteNotFound", 404, "getVmReplication"),
        ("TaskNotFound", 404, "getTask"),
        ("VappReplicationNotFound", 404, "getVappReplication"),
        ("VmReplicationNotFound", 404, "getVmReplication"),
        ("NotAcceptable", 406, "getVmReplication"),
        ("PayloadTooLarge", 413, "startVmReplication"),
        ("GeneralServerFailure", 500, "syncVmReplication"),
    ];

    [Fact]
    public void The_table_has_every_code() => Assert.Equal(AskedError.Codes, _codes.Select(c => c.Code).ToHashSet());

    [Fact]
    public async Task Every_code_is_the_answer_of_a_call_with_its_status()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        foreach ((string code, int status, string operation) in _codes)
        {
            await stage.Simulator.RulesAsync($"  - {{ match: {{ operation: {operation} }}, do: {{ fault: {{ type: {code}, message: By rule., args: [a, b] }}, as: soapFault }} }}");

            VcdaReply reply = await CallAsync(stage, operation);

            Assert.Equal((status, code, "By rule."), (reply.Status, reply.Code, reply.Message));
            Assert.Equal("""["a","b"]""", reply["args"]!.ToJsonString());
            JsonNode call = (await stage.Simulator.CallsAsync())[^1];
            Assert.Equal((code, "r1", false), ((string?)call["outcome"], (string?)call["rules"]![0], (bool)call["illegal"]!));
        }
    }

    [Theory]
    [InlineData("startVmReplication", "ServiceNotLicensed")]
    [InlineData("syncVmReplication", "VmReplicationNotFound")]
    [InlineData("syncVappReplication", "VappReplicationNotFound")]
    public async Task Every_code_of_an_operation_is_the_error_of_its_task(string operation, string own)
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        string[] codes = ["BadRequest", "NotAuthenticated", "RemoteAuthenticationFailure", "Forbidden", "SiteNotFound", "GeneralServerFailure", own];
        foreach (string code in codes)
        {
            await stage.Simulator.RulesAsync(
                $"  - {{ match: {{ operation: {operation} }}, do: {{ fault: {{ type: {code}, message: By rule., args: [a] }}, as: taskError }} }}");

            VcdaReply begun = await CallAsync(stage, operation);
            VcdaReply task = await stage.Client.GetAsync($"/tasks/{(string?)begun["id"]}");

            Assert.Equal((202, "FAILED"), (begun.Status, (string?)task["state"]));
            Assert.Null(task["result"]);
            Assert.Equal($$"""{"code":"{{code}}","msg":"By rule.","args":["a"],"stacktrace":null}""", task["error"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task What_a_rule_leaves_out_is_what_the_call_would_be_told()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        string id = await IdOfAsync(stage, "vm");
        foreach ((string code, string message, string arg) in new[]
        {
            ("VmReplicationNotFound", $"There is no replication '{id}' at the site 'cloud-b'.", id),
            ("SiteNotFound", "There is no site 'cloud-b'.", "cloud-b"),
            ("RemoteAuthenticationFailure", "The session is not authenticated at the site 'cloud-b'; POST /sessions/extend does it.", "cloud-b"),
        })
        {
            await stage.Simulator.RulesAsync($"  - {{ match: {{ operation: getVmReplication }}, do: {{ fault: {code} }} }}");
            VcdaReply reply = await stage.Client.GetAsync($"/vm-replications/{id}?site=cloud-b");
            Assert.Equal((code, message, arg), (reply.Code, reply.Message, (string?)reply["args"]![0]));
        }
    }

    [Fact]
    public async Task Another_code_has_the_status_that_the_rule_gives()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        await stage.Simulator.RulesAsync("""
              - { match: { face: vcda, operation: getSites }, do: { fault: { type: Conflict, status: 409, message: Later., stacktrace: at x } } }
            """);
        using HttpClient http = new() { BaseAddress = stage.Simulator.Host.VcdaUri };
        http.DefaultRequestHeaders.Add("X-VCAV-Auth", stage.Client.Token);

        using HttpResponseMessage reply = await http.GetAsync(new Uri("/sites", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(409, (int)reply.StatusCode);
        Assert.Equal(
            """{"code":"Conflict","msg":"Later.","args":[],"stacktrace":"at x"}""",
            await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("operation: syncVmReplication", "GeneralServerFailure", 202)]
    [InlineData("operation: syncVmReplication", "BadRequest", 400)]
    public async Task Failures_are_told_by_the_task_and_refusals_by_the_call(string match, string code, int status)
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        await stage.Simulator.RulesAsync($"  - {{ match: {{ {match} }}, do: {{ fault: {code} }} }}");

        VcdaReply reply = await CallAsync(stage, "syncVmReplication");

        Assert.Equal((status, code), (reply.Status, status == 202 ? (string?)reply["error"]!["code"] : reply.Code));
    }

    [Theory]
    [InlineData("match: { operation: getSites }, do: { fault: TaskNotFound }", "do.fault: getSites does not raise TaskNotFound")]
    [InlineData("match: { operation: getVmReplication }, do: { fault: Forbidden, as: taskError }", "do.fault: getVmReplication does not raise Forbidden as taskError; it does as soapFault")]
    [InlineData("match: { face: vcda }, do: { fault: Conflict }", "do.fault.status: no operation has the code Conflict")]
    [InlineData("match: { face: vcda }, do: { fault: { type: Conflict, status: 200 } }", "do.fault.status: the value is not legal (it must be a whole number from 400 to 599)")]
    [InlineData("match: { operation: getSites }, do: { fault: { type: Conflict, status: 409 } }", "do.fault: no fault is called 'Conflict'")]
    [InlineData("match: { face: [sms, vcda] }, do: { fault: { type: Conflict, status: 409 } }", "do.fault: no fault is called 'Conflict'")]
    [InlineData("match: { face: vcda }, do: { fault: { type: Forbidden, args: x } }", "do.fault.args: the value is not legal (it must be a list of texts)")]
    [InlineData("match: { face: vcda }, do: { fault: { type: Forbidden, who: x } }", "do.fault.who: an error has no such member")]
    public void What_no_call_could_be_told_is_a_problem_of_the_rule(string rule, string problem) => Assert.StartsWith(
        problem, Assert.Single(ProblemsOf(rule)), StringComparison.Ordinal);

    [Theory]
    [InlineData("do: { fault: Forbidden }")]
    [InlineData("match: { kind: task }, do: { fault: GeneralServerFailure, as: taskError }")]
    [InlineData("match: { operation: syncVmReplication, groups: { id: C4-1 } }, do: { fault: { type: Forbidden, status: 418 } }")]
    [InlineData("match: { face: vcda, kind: task }, do: { task: { failAt: 60, with: { type: QuotaExceeded, status: 507 } } }")]
    public void What_some_call_can_be_told_is_legal(string rule) => Assert.Empty(ProblemsOf(rule));

    private static string[] ProblemsOf(string rule)
    {
        RuleFileResult<RuleSet> read = new RuleFile().ReadSet($"{{ version: 1, rules: [{{ {rule} }}] }}", "f");
        return [.. new RuleCatalog().ProblemsOf(read.Value!.Rules[0]).Select(p => $"{p.Path}: {p.Message}")];
    }

    private static async Task<VcdaReply> CallAsync(VcdaStage stage, string operation) => operation switch
    {
        "getTask" => await stage.Client.GetAsync("/tasks/none"),
        "startVmReplication" => await stage.Client.PostAsync("/vm-replications", stage.StartBody()),
        "getVappReplication" => await stage.Client.GetAsync($"/vapp-replications/{await IdOfAsync(stage, "vapp")}"),
        "syncVappReplication" => await stage.Client.PostAsync($"/vapp-replications/{await IdOfAsync(stage, "vapp")}/sync"),
        "getVmReplicationInstance" => await stage.Client.GetAsync($"/vm-replications/{await IdOfAsync(stage, "vm")}/instances/none"),
        "syncVmReplication" => await stage.Client.PostAsync($"/vm-replications/{await IdOfAsync(stage, "vm")}/sync"),
        _ => await stage.Client.GetAsync($"/vm-replications/{await IdOfAsync(stage, "vm")}"),
    };

    private static async Task<string> IdOfAsync(VcdaStage stage, string what) =>
        (string)(await stage.Client.GetAsync($"/{what}-replications")).Items[0]!["id"]!;
}
