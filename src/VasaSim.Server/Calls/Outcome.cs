namespace VasaSim.Server.Calls;

/// <summary>What a call comes to: a result (null for nothing), or a failure.</summary>
public readonly record struct Outcome
{
    private Outcome(object? result, Failure? failure, WireAnswer? wire = null) => (Value, Failure, Wire) = (result, failure, wire);

    /// <summary>The result; null for nothing, and with a failure.</summary>
    public object? Value { get; }

    /// <summary>Why the call failed; null on success.</summary>
    public Failure? Failure { get; }

    /// <summary>What the client gets instead of an answer of the API; null when it gets one.</summary>
    public WireAnswer? Wire { get; }

    /// <summary>Success without a result.</summary>
    public static Outcome Done => default;

    /// <summary>Success with a result of the operation's declared type; null when it is unset.</summary>
    public static Outcome Result(object? result) => new(result, null);

    /// <summary>A failure.</summary>
    public static Outcome Failed(Failure failure) => new(null, failure);

    /// <summary>No answer of the API, whatever was done.</summary>
    public static Outcome Instead(WireAnswer wire) => new(null, null, wire);
}
