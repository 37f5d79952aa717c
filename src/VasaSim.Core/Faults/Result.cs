using System.Diagnostics.CodeAnalysis;

namespace VasaSim.Core.Faults;

/// <summary>A value, or the fault that stands in its place.</summary>
public readonly record struct Result<T>
{
    private readonly T? _value;

    private Result(T? value, Fault? fault) => (_value, Fault) = (value, fault);

    /// <summary>The fault; null on success.</summary>
    public Fault? Fault { get; }

    /// <summary>The value of a success.</summary>
    /// <exception cref="InvalidOperationException">It is a fault.</exception>
    public T Value => Fault is null ? _value! : throw new InvalidOperationException($"There is no value but {Fault}.");

    /// <summary>True, with the value, on success.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value, [MaybeNullWhen(true)] out Fault fault)
    {
        (value, fault) = (_value, Fault!);
        return Fault is null;
    }

    /// <summary>A success.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A fault.</summary>
    public static implicit operator Result<T>(Fault fault) => new(default, fault);
}
