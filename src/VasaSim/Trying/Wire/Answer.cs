using VasaSim.Vmodl.Vim;

namespace VasaSim.Trying.Wire;

/// <summary>What came of a call: a result, a fault of the API, or a reason why there is neither.</summary>
/// <param name="Result">What the method returned; null for nothing, unset, or when the call did not succeed.</param>
/// <param name="Fault">The fault that the call ended with.</param>
/// <param name="Message">What was said of the fault, or why there is no answer; null when the call succeeded.</param>
/// <param name="IsLost">The call was sent and may have been carried out, but its answer did not come.</param>
internal sealed record Answer(object? Result, MethodFault? Fault, string? Message, bool IsLost)
{
    public bool IsOk => Message is null;

    public static Answer Ok(object? result) => new(result, null, null, false);

    public static Answer Failed(MethodFault fault, string? message) => new(null, fault, message ?? "", false);

    /// <summary>An answer came, but it says nothing that a client could use.</summary>
    public static Answer Unusable(string message) => new(null, null, message, false);

    public static Answer Lost(string message) => new(null, null, message, true);

    /// <summary>The items of a list; none when it is unset or something else.</summary>
    public IReadOnlyList<T> Items<T>() => Result as IReadOnlyList<T> ?? [];
}
