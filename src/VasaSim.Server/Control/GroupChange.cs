using VasaSim.Configuration.Texts;
using VasaSim.Core.Control;
using VasaSim.Core.Model;
using VasaSim.Lab.Reading;

namespace VasaSim.Server.Control;

/// <summary>Reads what a body says is to be changed of a group.</summary>
internal static class GroupChange
{
    public static GroupPatch Read(JsonBody body, ReplicationGroup group)
    {
        ReplicationState? state = body.Choice("state", GroupWords.States);
        bool? prepared = body.Flag("prepared");
        if (state is not null && prepared is not null)
        {
            body.Problem("prepared", "it is changed together with the state", "changed by itself, before or after the state");
        }

        (bool named, bool described) = (body.Has("name"), body.Has("description"));
        string? name = OptionalText(body, "name");
        string? description = OptionalText(body, "description");
        IReadOnlyDictionary<string, string> labels = ReadLabels(body, group.Labels);
        long? changeRate = body.PerSecond("changeRate", mayBeNone: true);
        bool? promoteCapable = body.Flag("promoteCapable");
        bool? autoReverse = body.Flag("autoReverse");
        return new GroupPatch(state, prepared, g => g with
        {
            Name = named ? name : g.Name,
            Description = described ? description : g.Description,
            Labels = labels,
            ChangeRate = changeRate ?? g.ChangeRate,
            PromoteCapable = promoteCapable ?? g.PromoteCapable,
            AutoReverse = autoReverse ?? g.AutoReverse,
        });
    }

    private static string? OptionalText(JsonBody body, string key)
    {
        string? text = body.IsNull(key) ? null : body.Text(key);
        if (text is not null && !PlainText.IsLegal(text))
        {
            body.Problem(key, "the text is not legal", PlainText.Legal + "; null for none");
        }

        return text;
    }

    private static IReadOnlyDictionary<string, string> ReadLabels(JsonBody body, IReadOnlyDictionary<string, string> before)
    {
        if (body.IsNull("labels"))
        {
            return new Dictionary<string, string>();
        }

        if (body.Child("labels") is not { } labels)
        {
            if (body.Has("labels"))
            {
                body.Problem("labels", "the value is not legal", "an object with a text for each label, or null to take it away");
            }

            return before;
        }

        Dictionary<string, string> after = new(before, StringComparer.Ordinal);
        foreach (string name in labels.Keys)
        {
            // A label that is given anew goes to the end, whether it was there or not.
            after.Remove(name);
            if (!LabelName.IsLegal(name))
            {
                labels.Problem(JsonBody.Escape(name), "the name of the label is not legal", LabelName.Legal);
            }

            if (OptionalText(labels, name) is { } text)
            {
                after[name] = text;
            }
        }

        labels.Close();
        if (after.Count > LabelName.Most)
        {
            body.Problem("labels", $"the group would have {after.Count} labels", $"up to {LabelName.Most} labels");
        }

        return after;
    }
}
