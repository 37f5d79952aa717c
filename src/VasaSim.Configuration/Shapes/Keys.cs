namespace VasaSim.Configuration.Shapes;

/// <summary>The keys of an object, each with its shape and how it is got and set.</summary>
/// <typeparam name="T">The record that the object becomes.</typeparam>
public sealed class Keys<T>
{
    private readonly List<Key<T>> _keys = [];

    internal IReadOnlyList<Key<T>> All => _keys;

    /// <summary>Adds a key whose value is an object in the program.</summary>
    /// <param name="name">The key.</param>
    /// <param name="shape">How its value is written.</param>
    /// <param name="get">Gets the value; null when there is none, and nothing is written.</param>
    /// <param name="set">Gives the record with the value.</param>
    /// <param name="meaning">What it means, for people who write it.</param>
    /// <param name="required">Whether it has to be there.</param>
    public Keys<T> Add<TValue>(
        string name, Shape<TValue> shape, Func<T, TValue?> get, Func<T, TValue, T> set, string meaning, bool required = false)
        where TValue : class
    {
        _keys.Add(new(
            name,
            meaning,
            (owner, node, what, problems) => shape.TryRead(node, what, problems, out TValue? value) ? (true, set(owner, value)) : (false, owner),
            owner => get(owner) is { } value ? shape.Write(value) : null,
            shape.Schema) { Required = required });
        return this;
    }

    /// <summary>Adds a key whose value is a plain value in the program.</summary>
    /// <inheritdoc cref="Add{TValue}(string, Shape{TValue}, Func{T, TValue}, Func{T, TValue, T}, string, bool)"/>
    public Keys<T> Add<TValue>(
        string name, Shape<TValue> shape, Func<T, TValue?> get, Func<T, TValue, T> set, string meaning, bool required = false)
        where TValue : struct
    {
        _keys.Add(new(
            name,
            meaning,
            (owner, node, what, problems) => shape.TryRead(node, what, problems, out TValue value) ? (true, set(owner, value)) : (false, owner),
            owner => get(owner) is { } value ? shape.Write(value) : null,
            shape.Schema) { Required = required });
        return this;
    }
}
