using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using VasaSim.Faults.Actions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Injection;
using VasaSim.Vmodl;

namespace VasaSim.Server.Tests.Injection;

/// <summary>
/// The catalogue of faults, as a page and as the table that the client tests work through: both are what the simulator
/// answers. With <c>VASASIM_WRITE_DOCS=1</c> they are written.
/// </summary>
public sealed class FaultDocumentTests
{
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every fault in every shape that some operation may raise.</summary>
    [Fact]
    public void The_catalogue_is_complete()
    {
        DataTypeInfo[] faults = [.. Contracts.Sms.DataTypes.Where(t => t.IsFault)];
        Assert.Equal(41, faults.Length);
        foreach (DataTypeInfo fault in faults)
        {
            FaultCase[] cases = [.. FaultCase.All.Where(c => c.Fault == fault)];
            FaultShape[] legal = [.. FaultCase.LegalShapes(fault)];
            Assert.Equal(legal, cases.Where(c => !c.IsIllegal).Select(c => c.Shape).Distinct());
            Assert.Equal(legal.Length == 0, cases.Any(c => c.IsIllegal));
            // A member that no case gives would be in no test.
            Assert.Equal(Own(fault).Except(["type"]), (cases[0].Fields ?? []).Select(f => f.Key).Order(StringComparer.Ordinal));
        }

        Assert.Distinct(FaultCase.All.Select(c => c.Name));
    }

    /// <summary>The page and the table are what they are when they are written now.</summary>
    [Fact]
    public async Task The_files_are_up_to_date()
    {
        await using FaultStage stage = await FaultStage.OpenAsync();
        FaultPage page = new(Repository.Find("src", "VasaSim.Vmodl"));
        JsonArray cases = [];
        foreach (FaultCase play in FaultCase.All)
        {
            XElement soap = await stage.SoapAsync(play);
            JsonObject json = await stage.JsonAsync(play);
            JsonObject expected = Expected(play, soap, json);
            if (play.Fields is not null || FaultFields.Of(play.Fault) is null)
            {
                if (!cases.Any(c => (string?)c!["type"] == play.Fault.Name))
                {
                    page.Fault(play.Fault);
                }

                // One of each fault, and all shapes of one.
                if (play.IsMain || play.Fault.Name == "TooMany")
                {
                    page.Case(play, soap, json);
                }
            }

            cases.Add(new JsonObject
            {
                ["name"] = play.Name, ["type"] = play.Fault.Name, ["shape"] = RuleShapes.Word(play.Shape),
                ["operation"] = play.Call.Operation.Name, ["rule"] = play.Rule, ["expected"] = expected,
            });
        }

        JsonObject table = new()
        {
            ["calls"] = new JsonObject(FaultCall.All.Select(c => KeyValuePair.Create(c.Operation.Name, (JsonNode?)c.ToJson()))),
            ["cases"] = cases,
        };
        await SameAsync(Path.Combine("docs", "faults.md"), page.WithOthers());
        await SameAsync(Path.Combine("tests", "clients", "faults.json"), table.ToJsonString(_indented) + "\n");
    }

    // The members that the fault has on the wire; those of the rule must be among them as they were given.
    private static JsonObject Expected(FaultCase play, XElement soap, JsonObject json)
    {
        if (play.Shape == FaultShape.Summary)
        {
            Assert.Equal("QueryPointInTimeReplicaSummaryResult", (string?)json["_typeName"]);
            return [];
        }

        JsonObject fault = FaultStage.FaultIn(play, json);
        Assert.Equal(play.Fault.Name, (string?)fault["_typeName"]);
        Assert.Contains(soap.DescendantsAndSelf(), e => e.Attributes().Any(a => a.Name.LocalName == "type" && a.Value.Split(':')[^1] == play.Fault.Name));
        JsonObject expected = [];
        foreach (string name in Own(play.Fault))
        {
            if (fault[name] is { } value)
            {
                expected[name] = value.DeepClone();
            }
        }

        foreach ((string name, JsonNode? given) in play.Fields ?? [])
        {
            JsonNode? told = given is JsonValue && expected[name] is JsonObject reference ? reference["value"] : expected[name];
            Assert.True(JsonNode.DeepEquals(given, told), $"{play.Name}: {name} is {told?.ToJsonString()}, not {given?.ToJsonString()}.");
        }

        return expected;
    }

    private static string[] Own(DataTypeInfo fault) =>
        [.. fault.AllMembers.Select(m => m.Name).Except(["faultCause", "faultMessage", "missingPrivileges"]).Order(StringComparer.Ordinal)];

    private static async Task SameAsync(string name, string text)
    {
        string path = Repository.Find(name);
        if (Environment.GetEnvironmentVariable("VASASIM_WRITE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        }

        string[] written = File.Exists(path) ? await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken) : [];
        string[] wanted = text.TrimEnd('\n').Split('\n');
        int line = written.Zip(wanted).TakeWhile(l => l.First == l.Second).Count();
        Assert.True(
            line == wanted.Length && line == written.Length,
            $"{name} is stale from line {line + 1} on: '{written.ElementAtOrDefault(line)}' should be '{wanted.ElementAtOrDefault(line)}'. VASASIM_WRITE_DOCS=1 writes it.");
    }
}
