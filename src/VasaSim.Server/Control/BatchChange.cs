using VasaSim.Core.Model;
using VasaSim.Lab.Reading;

namespace VasaSim.Server.Control;

/// <summary>What a body says is to be changed of batch limits: all of them by a number or null, or single ones.</summary>
internal sealed record BatchChange(IReadOnlyList<Func<BatchLimits, BatchLimits>> Steps)
{
    /// <summary>Reads the key; null when it is not there.</summary>
    public static BatchChange? Read(JsonBody body, string key)
    {
        if (!body.Has(key))
        {
            return null;
        }

        if (body.IsNull(key))
        {
            return new BatchChange([_ => new BatchLimits()]);
        }

        if (body.Child(key) is not { } limits)
        {
            return body.Whole(key, 1, int.MaxValue) is { } limit ? new BatchChange([_ => BatchLimits.Of((int)limit)]) : null;
        }

        List<Func<BatchLimits, BatchLimits>> steps = [];

        // Providers exist that say 0 or less, and clients have to bear it.
        Add(limits, "declared", long.MinValue, long.MaxValue, (all, value) => all with { Declared = value });
        Add(limits, "enforced", 1, int.MaxValue, (all, value) => all with { Enforced = (int?)value });
        Add(limits, "reported", long.MinValue, long.MaxValue, (all, value) => all with { Reported = value });
        if (limits.Child("perMethod") is { } methods)
        {
            foreach (string method in ProviderWords.GroupMethods)
            {
                Add(methods, method, 1, int.MaxValue, (all, value) => all with { PerMethod = With(all.PerMethod, method, (int?)value) });
            }

            methods.Close();
        }
        else if (limits.IsNull("perMethod"))
        {
            steps.Add(all => all with { PerMethod = new Dictionary<string, int>() });
        }
        else if (limits.Has("perMethod"))
        {
            limits.Problem("perMethod", "the value is not legal", "an object with numbers by the wire name of a method");
        }

        limits.Close();
        return new BatchChange(steps);

        void Add(JsonBody part, string name, long min, long max, Func<BatchLimits, long?, BatchLimits> set)
        {
            if (part.IsNull(name))
            {
                steps.Add(all => set(all, null));
            }
            else if (part.Whole(name, min, max) is { } value)
            {
                steps.Add(all => set(all, value));
            }
        }
    }

    /// <summary>The limits after the change.</summary>
    public BatchLimits Of(BatchLimits limits) => Steps.Aggregate(limits, (all, step) => step(all));

    private static Dictionary<string, int> With(IReadOnlyDictionary<string, int> limits, string method, int? value)
    {
        Dictionary<string, int> changed = new(limits, StringComparer.Ordinal);
        changed.Remove(method);
        if (value is { } limit)
        {
            changed[method] = limit;
        }

        return changed;
    }
}
