using System.Text.RegularExpressions;
using VasaSim.Core.Queries;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Faces.Sms;

/// <summary>Reads which replicas a query asks for.</summary>
internal static class ReplicaFilterReader
{
    private const string Interval = "queryParam.replicaTimeQueryParam";

    /// <summary>Reads the parameter; none at all asks for everything.</summary>
    /// <param name="parameter">What the caller sent.</param>
    /// <param name="strict">Whether an interval with a single field is refused.</param>
    /// <param name="wrong">The path of what makes no sense.</param>
    /// <returns>The filter, or null with <paramref name="wrong"/> set.</returns>
    public static ReplicaFilter? Read(QueryPointInTimeReplicaParam? parameter, bool strict, out string? wrong)
    {
        wrong = null;
        if (parameter is null)
        {
            return new ReplicaFilter();
        }

        ReplicaQueryIntervalParam? interval = parameter.ReplicaTimeQueryParam;
        wrong = CheckInterval(interval, strict);
        if (wrong is not null)
        {
            return null;
        }

        Regex? name = null;
        if (parameter.PitName is { } pattern && !XmlSchemaRegex.TryParse(pattern, out name))
        {
            wrong = "queryParam.pitName";
            return null;
        }

        List<Regex> tags = [];
        foreach (string tag in parameter.Tags ?? [])
        {
            if (!XmlSchemaRegex.TryParse(tag, out Regex? regex))
            {
                wrong = "queryParam.tags";
                return null;
            }

            tags.Add(regex);
        }

        return new ReplicaFilter
        {
            From = interval?.FromDate,
            To = interval?.ToDate,
            Number = interval?.Number,
            Name = name,
            Tags = tags,
            PreferDetails = parameter.PreferDetails ?? false,
        };
    }

    private static string? CheckInterval(ReplicaQueryIntervalParam? interval, bool strict)
    {
        int fields = (interval?.FromDate is null ? 0 : 1) + (interval?.ToDate is null ? 0 : 1) + (interval?.Number is null ? 0 : 1);
        return interval switch
        {
            null => null,
            // Documented: clients never set all three.
            _ when fields == 3 || (strict && fields == 1) => Interval,
            { FromDate: { } from, ToDate: { } to } when from >= to => Interval,
            { Number: <= 0 } => $"{Interval}.number",
            _ => null,
        };
    }
}
