using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using VasaSim.Faults.Actions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Injection;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Injection;

/// <summary>Writes <c>docs/faults.md</c> from the contract, the rules' legality and what a simulator answers.</summary>
internal sealed partial class FaultPage
{
    private const string Introduction = """
        # Faults

        Every fault of the Storage Monitoring Service, which operations may raise it and in which shape, a rule that produces
        it, and what goes over the wire. A test writes this page from what the simulator answers; `VASASIM_WRITE_DOCS=1` with
        `dotnet test tests/VasaSim.Server.Tests --filter FaultDocumentTests` writes it anew.

        Rules are put in force with `PUT /_sim/v1/rules` (`Content-Type: application/yaml`, `version: 1`, `rules:` and the rule).

        | `as` | |
        |---|---|
        | `soapFault` | the fault of the call, with HTTP status 500 in SOAP and in JSON |
        | `taskError` | the call starts a task, which ends in error |
        | `groupError` | the task or query succeeds, and the result of the group is a `GroupErrorResult` with the fault |
        | `warning` | the group succeeds, with the fault as a warning |
        | `summary` | for `TooMany` of `QueryPointInTimeReplica`: numbers by interval instead of the replicas, and no fault |
        | `auto` | the shape in which the operation raises the fault by itself: **bold** below. With the lab's knob `taskFaultDelivery: task` that is `taskError` where replication tasks have both |

        A rule gives members as VI JSON has them; a reference may be its id alone, and the members `type` and `message` cannot
        be given, as a rule has those words for the name of the fault and its text. Members that a rule leaves out say what they would say
        in this world: the mapping of `InactiveProvider`, the task of `SyncOngoing`, the state of the group. A rule that raises what
        its operation may not is refused, unless it has `allowIllegal: true`. At `beforeValidation` and `duringReply` only `soapFault` is possible.


        """;

    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StringBuilder _text = new(Introduction);
    private readonly string _declarations;

    /// <param name="declarations">The folder in which the faults are declared; their summaries are the page's.</param>
    public FaultPage(string declarations)
    {
        _declarations = declarations;
        Line("| Operations | |");
        Line("|---|---|");
        foreach ((string name, IReadOnlyList<OperationInfo> operations) in OperationClasses.All)
        {
            Line($"| {name} | {string.Join(", ", operations.Select(o => $"`{o.Name}`"))} |");
        }

        Line("");
    }

    /// <summary>Begins with the next fault.</summary>
    public void Fault(DataTypeInfo fault)
    {
        Line($"## {fault.Name}");
        Line("");
        Line($"{Summary("Sms", fault)} Since {fault.Since}, a `{fault.Base}`.");
        Line("");
        if (Members(fault) is { Length: > 0 } members)
        {
            Line($"Members: {members}.");
            Line("");
        }

        (string Shapes, IReadOnlyList<OperationInfo> Operations)[] rows = [.. Rows(fault)];
        if (rows.Length == 0)
        {
            Line("No operation may raise it: a rule needs `allowIllegal: true`.");
        }
        else
        {
            Line("| Raised by | as |");
            Line("|---|---|");
            foreach ((string shapes, IReadOnlyList<OperationInfo> operations) in rows)
            {
                Line($"| {OperationClasses.Words(operations)} | {shapes} |");
            }
        }

        Line("");
    }

    /// <summary>Shows a case with what a simulator answered.</summary>
    public void Case(FaultCase play, XElement soap, JsonObject json)
    {
        Block("yaml", RuleText.Of(play.Rule).TrimEnd());
        Block("xml", soap.ToString().ReplaceLineEndings("\n"));
        Block("json", json.ToJsonString(_indented));
    }

    /// <summary>Ends with the faults that are not of SMS.</summary>
    public string WithOthers()
    {
        Line("# Faults of vSphere that SMS raises");
        Line("");
        Line("| Fault | | Members | Raised by |");
        Line("|---|---|---|---|");
        foreach (DataTypeInfo fault in Contracts.Vim.DataTypes.Where(t => t.IsFault).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            string[] rows = [.. Rows(fault).Select(r => $"{OperationClasses.Words(r.Operations)}: {r.Shapes}")];
            if (rows.Length > 0)
            {
                Line($"| {fault.Name} | {Summary("Vim", fault)} | {Members(fault)} | {string.Join("<br>", rows)} |");
            }
        }

        Line("");
        Line("Any of them in a rule: `do: { fault: { type: InvalidArgument, invalidProperty: groupId } }`.");
        return _text.ToString();
    }

    private static IEnumerable<(string Shapes, IReadOnlyList<OperationInfo> Operations)> Rows(DataTypeInfo fault) => Contracts.Sms.Operations
        .Where(o => FaultLegality.ShapesOf(o, fault).Count > 0)
        .GroupBy(o => Shapes(o, fault))
        .Select(g => (g.Key, (IReadOnlyList<OperationInfo>)[.. g]));

    private static string Shapes(OperationInfo operation, DataTypeInfo fault)
    {
        FaultShape auto = FaultLegality.AutoOf(operation, fault, refusalsByTask: false);
        return string.Join(", ", FaultLegality.ShapesOf(operation, fault).Select(s => s == auto ? $"**{RuleShapes.Word(s)}**" : RuleShapes.Word(s)));
    }

    // Those that every fault has are no news.
    private static string Members(DataTypeInfo fault) => string.Join(", ", fault.AllMembers
        .Where(m => !Contracts.FindDataType(nameof(MethodFault))!.AllMembers.Contains(m))
        .Select(m => $"`{m.Name}` ({m.Type}{(m.RefersTo is { } target ? $" to {target}" : "")}{(m.Optional ? ", optional" : "")})"));

    private string Summary(string service, DataTypeInfo fault)
    {
        string source = File.ReadAllText(Path.Combine(_declarations, service, "Faults", $"{fault.Name}.cs"));
        return string.Join(' ', Comment().Match(source).Groups[1].Value.Split('\n').Select(l => l.Trim().TrimStart('/').Trim()).Where(l => l.Length > 0));
    }

    private void Block(string language, string content)
    {
        Line($"```{language}");
        Line(content);
        Line("```");
        Line("");
    }

    private void Line(string line) => _text.Append(line).Append('\n');

    [GeneratedRegex("<summary>(.*?)</summary>", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
