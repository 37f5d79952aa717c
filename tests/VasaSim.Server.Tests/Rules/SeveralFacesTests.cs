using System.Net;
using System.Net.Http.Json;
using VasaSim.Faults.Rules;
using VasaSim.Server.Calls;
using VasaSim.Server.Injection;
using VasaSim.Server.Tests.Calls;
using VasaSim.Server.Tests.Injection;
using VasaSim.Vmodl;

namespace VasaSim.Server.Tests.Rules;

/// <summary>Rules where several APIs have operations and faults, some of the same name.</summary>
public sealed class SeveralFacesTests
{
    private static readonly RuleCatalog _catalog = new(
        [new VmodlCatalog(FaceNames.Sms, Contracts.Sms), new VmodlCatalog(FaceNames.Vim, Contracts.Vim), new DoubleCatalog("vcda")]);

    [Theory]
    [InlineData("do: { fault: PairBusy }", true)]
    [InlineData("match: { face: vcda }, do: { fault: PairBusy }", true)]
    [InlineData("match: { face: vcda, operation: sync }, do: { fault: { type: NotFound, args: [x] } }", true)]
    [InlineData("match: { operation: sync }, do: { fault: { type: NotFound, args: [x] }, as: taskError }", true)]
    [InlineData("match: { operation: [sync, QueryReplicationGroup] }, do: { fault: NotFound }", true)]
    [InlineData("match: { face: sms }, do: { fault: PairBusy }", "do.fault: no fault is called 'PairBusy'")]
    [InlineData("match: { face: vcda }, do: { fault: PeerNotReachable }", "do.fault: no fault is called 'PeerNotReachable'")]
    [InlineData("match: { face: vcda, operation: QueryProvider }, do: { httpStatus: 503 }", "match.operation.0: no operation is called 'QueryProvider'")]
    [InlineData("match: { face: vcda }, do: { fault: { type: NotFound, who: x } }", "do.fault.who: NotFound has no who")]
    [InlineData(
        "match: { operation: sites }, do: { fault: NotFound } ",
        "do.fault: sites does not raise NotFound; those that do: ")]
    [InlineData("do: { sequence: [{ fault: PairBusy }, { fault: PeerNotReachable }] }", "do: no one API has all of these faults: PairBusy, PeerNotReachable")]
    public void A_fault_is_one_of_an_API_that_the_rule_admits(string rule, object expected)
    {
        RuleFileResult<RuleSet> read = new RuleFile().ReadSet($"{{ version: 1, rules: [{{ {rule} }}] }}", "f");
        RuleProblem[] problems = [.. _catalog.ProblemsOf(read.Value!.Rules[0])];
        if (expected is string text)
        {
            RuleProblem problem = Assert.Single(problems);
            Assert.StartsWith(text, $"{problem.Path}: {problem.Message}", StringComparison.Ordinal);
        }
        else
        {
            Assert.Empty(problems);
        }
    }

    [Theory]
    [InlineData("do: { fault: PairBusy }", "vcda", "sites", true)]
    [InlineData("do: { fault: PairBusy }", "sms", "QueryProvider", false)]
    [InlineData("do: { fault: PairBusy }, allowIllegal: true", "sms", "QueryProvider", false)]
    [InlineData("do: { fault: PeerNotReachable }, allowIllegal: true", "vcda", "sites", false)]
    [InlineData("do: { fault: NotFound }", "vcda", "sites", false)]
    [InlineData("do: { fault: NotFound }, allowIllegal: true", "vcda", "sites", true)]
    [InlineData("do: { fault: NotFound }", "vcda", "unknown", true)]
    [InlineData("do: { fault: { type: NotFound, args: [x] } }", "vim", "TerminateSession", false)]
    [InlineData("do: { latency: 1s }", "vcda", "sites", true)]
    [InlineData("do: { fault: PairBusy }", "unknown", "sites", true)]
    public void A_rule_is_for_the_calls_of_APIs_that_have_its_faults(string rule, string face, string operation, bool expected)
    {
        RuleFileResult<RuleSet> read = new RuleFile().ReadSet($"{{ version: 1, rules: [{{ {rule} }}] }}", "f");
        Assert.Equal(expected, _catalog.IsFor(read.Value!.Rules[0], face, operation));
    }

    [Theory]
    [InlineData("face: vim")]
    [InlineData("kind: session")]
    [InlineData("face: vim, operation: Login")]
    public async Task Logging_in_is_a_call_of_vim_about_sessions(string match)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.RulesAsync($"  - {{ match: {{ {match} }}, do: {{ httpStatus: 503 }} }}");
        using HttpResponseMessage response = await simulator.Http.PostAsJsonAsync(
            "/sdk/vim25/8.0.3.0/SessionManager/SessionManager/Login",
            new { userName = "administrator@sim.local", password = "VasaSim!1" },
            TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("vim", (string?)(await simulator.CallsAsync())[^1]["face"]);
    }
}
