using VasaSim.Core.Faults;
using VasaSim.Server.Calls;

namespace VasaSim.Server.Faces.Sms.Translation;

/// <summary>Makes outcomes of calls out of what the world answers.</summary>
internal static class ResultTranslation
{
    /// <summary>The outcome: the translated value, or the fault of the call.</summary>
    public static Outcome ToOutcome<T>(this Result<T> result, Func<T, object?> translate) =>
        result.TryGet(out T? value, out Fault? fault) ? Outcome.Result(translate(value)) : Outcome.Failed(fault.ToWire(), fault.ToText());
}
