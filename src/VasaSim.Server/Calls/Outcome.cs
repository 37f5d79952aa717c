using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Calls;

/// <summary>What a call comes to: a result (null for nothing), or a fault with its text.</summary>
public readonly record struct Outcome
{
    private Outcome(object? result, MethodFault? fault, string? message, WireAnswer? wire = null) =>
        (Value, Fault, Message, Wire) = (result, fault, message, wire);

    /// <summary>The result; null for nothing, and with a fault.</summary>
    public object? Value { get; }

    /// <summary>The fault; null on success.</summary>
    public MethodFault? Fault { get; }

    /// <summary>The fault's text for people.</summary>
    public string? Message { get; }

    /// <summary>What the client gets instead of an answer of the API; null when it gets one.</summary>
    public WireAnswer? Wire { get; }

    /// <summary>Success without a result.</summary>
    public static Outcome Done => default;

    /// <summary>Success with a result of the operation's declared type; null when it is unset.</summary>
    public static Outcome Result(object? result) => new(result, null, null);

    /// <summary>A fault. A fault is an answer, not an error of the program.</summary>
    public static Outcome Failed(MethodFault fault, string message) => new(null, fault, message);

    /// <summary>No answer of the API, whatever was done.</summary>
    public static Outcome Instead(WireAnswer wire) => new(null, null, null, wire);
}
