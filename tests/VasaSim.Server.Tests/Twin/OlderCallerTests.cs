using System.Text.Json.Nodes;
using VasaSim.Vmodl;

namespace VasaSim.Server.Tests.Twin;

/// <summary>Older callers are told only what their version knows, whatever they ask.</summary>
public sealed class OlderCallerTests
{
    public static TheoryData<string, string> Calls
    {
        get
        {
            TheoryData<string, string> calls = [];
            foreach (string version in (string[])["2.0", "5.0", "6.5", "7.0.0.1"])
            {
                foreach (TwinCase play in TwinCases.All)
                {
                    calls.Add(version, play.ToString());
                }
            }

            return calls;
        }
    }

    public static TheoryData<string> Names => [.. TwinCases.All.Select(c => c.ToString())];

    // The document of the older release does not allow what came later.
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_newer_is_sent_in_an_older_release_of_json(string name)
    {
        TwinCase play = TwinCases.All.Single(c => c.ToString() == name);
        await using TwinStage stage = await TwinStage.OpenAsync(play, (http, session) => new JsonTwin(http, session));
        stage.Switch((http, session) => new JsonTwin(http, session, "8.0.1.0"));

        Assert.Equal(play.Fault, TwinAnswer.FaultOf(await stage.Protocol.AskAsync(play.Target, play.Request)));
    }

    // SoapTwin is what fails where an element or a type is too new.
    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Nothing_newer_is_sent(string version, string name)
    {
        TwinCase play = TwinCases.All.Single(c => c.ToString() == name);
        await using TwinStage stage = await TwinStage.OpenAsync(play, (http, session) => new SoapTwin(http, session));
        stage.Switch((http, session) => new SoapTwin(http, session, version));

        JsonNode? answer = await stage.Protocol.AskAsync(play.Target, play.Request);

        bool known = play.Request.Operation.Since <= ApiVersion.Parse(version);
        if (!known)
        {
            Assert.Equal(play.Fault == "ManagedObjectNotFound" ? play.Fault : "MethodNotFound", TwinAnswer.FaultOf(answer));
        }
        else if (play.Fault is null)
        {
            Assert.False(TwinAnswer.IsFault(answer), answer?.ToJsonString());
        }
    }
}
