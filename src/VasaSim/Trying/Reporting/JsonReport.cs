using System.Text.Json.Nodes;
using VasaSim.Server.Control;

namespace VasaSim.Trying.Reporting;

/// <summary>For programs: one JSON object with the calls and each table, written at the end, whatever that is.</summary>
internal sealed class JsonReport(TextWriter output) : ITryReport
{
    private readonly JsonArray _calls = [];
    private readonly JsonObject _tables = [];

    public void Call(CallRecord call)
    {
        JsonObject json = new()
        {
            ["number"] = call.Number,
            ["method"] = call.Method,
            ["object"] = call.Target.Value,
            ["groups"] = new JsonArray([.. call.Groups.Select(g => JsonValue.Create(g.ToString()))]),
            ["answer"] = AnswerText.Of(call.Answer),
        };
        if (call.Answer.Fault is { } fault)
        {
            json["fault"] = FaultText.ToJson(fault);
        }

        if (call.Answer.Message is { Length: > 0 } message)
        {
            json["message"] = message;
        }

        json["milliseconds"] = Math.Round(call.Elapsed.TotalMilliseconds);
        _calls.Add((JsonNode)json);
    }

    public void Table(string name, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        JsonArray array = [];
        foreach (IReadOnlyList<string> row in rows)
        {
            JsonObject item = [];
            for (int i = 0; i < columns.Count; i++)
            {
                item[columns[i]] = row[i];
            }

            array.Add((JsonNode)item);
        }

        _tables[name] = array;
    }

    public void Dispose()
    {
        JsonObject all = new() { ["calls"] = _calls };
        foreach ((string name, JsonNode? table) in _tables)
        {
            all[name] = table!.DeepClone();
        }

        output.WriteLine(all.ToJsonString(ControlJson.Readable.Options));
    }
}
