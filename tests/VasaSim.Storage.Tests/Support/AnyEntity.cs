using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using VasaSim.Core.Storage;

namespace VasaSim.Storage.Tests.Support;

/// <summary>
/// Makes values of any type that an entity consists of, members that are added one day included: each member null,
/// default, empty or something, as the random numbers fall.
/// </summary>
internal sealed class AnyEntity(Random random)
{
    private const int Deepest = 9;

    private static readonly string[] Texts =
        ["", "rg-01", "ü “quoted” \"quoted\"", "back\\slash / <tag> & 'tick' +", "line\nbreak\ttab \u0001 \u2028", "😀 複製", new('x', 3000)];

    // Not safe for threads, so each has its own.
    private readonly NullabilityInfoContext _nullability = new();

    /// <summary>Every type of entity.</summary>
    public static IEnumerable<Type> Types => typeof(Entity).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Entity)) && !type.IsAbstract);

    public Entity Make(Type type) => (Entity)Value(type, null, 0)!;

    private object? Value(Type type, NullabilityInfo? nullability, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return random.Next(2) == 0 ? null : Value(underlying, null, depth);
        if (!type.IsValueType && nullability?.ReadState == NullabilityState.Nullable && (depth > Deepest || random.Next(2) == 0))
            return null;
        if (type.IsEnum)
            return Pick(Enum.GetValues(type).Cast<object>().ToArray());
        if (type.IsGenericType)
            return Collection(type, nullability, depth);
        return Plain(type) ?? Record(type, depth);
    }

    private object? Plain(Type type) => type switch
    {
        _ when type == typeof(string) => Pick(Texts),
        _ when type == typeof(bool) => random.Next(2) == 0,
        _ when type == typeof(int) => Pick(0, 1, -1, int.MaxValue, int.MinValue, random.Next()),
        _ when type == typeof(long) => Pick(0, 1, -1, long.MaxValue, long.MinValue, random.NextInt64()),
        _ when type == typeof(double) => Pick(0, 1, -0.5, 1.0 / 3, double.MaxValue, random.NextDouble()),
        _ when type == typeof(decimal) => Pick(0, 1.5m, -1m / 3, decimal.MaxValue, random.Next() / 1000m),
        _ when type == typeof(TimeSpan) => Pick(TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromDays(-400.7), TimeSpan.MaxValue, TimeSpan.MinValue),
        _ when type == typeof(DateTimeOffset) => Pick(
            default,
            DateTimeOffset.MaxValue,
            DateTimeOffset.Parse("2026-02-28T23:59:59.1234567+05:30", CultureInfo.InvariantCulture),
            DateTimeOffset.Parse("2026-03-01T00:00:00Z", CultureInfo.InvariantCulture)),
        _ => null,
    };

    private object Collection(Type type, NullabilityInfo? nullability, int depth)
    {
        int count = depth > Deepest ? 0 : random.Next(4);
        Type[] arguments = type.GetGenericArguments();
        if (type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            var map = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
            for (int i = 0; i < count; i++)
                map[Value(arguments[0], null, depth + 1)!] = Value(arguments[1], nullability?.GenericTypeArguments[1], depth + 1);
            return map;
        }

        Assert.Equal(typeof(IReadOnlyList<>), type.GetGenericTypeDefinition());
        var list = Array.CreateInstance(arguments[0], count);
        for (int i = 0; i < count; i++)
            list.SetValue(Value(arguments[0], nullability?.GenericTypeArguments[0], depth + 1), i);
        return list;
    }

    private object Record(Type type, int depth)
    {
        if (type.IsAbstract)
        {
            Type[] derived = [.. type.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(attribute => attribute.DerivedType)];
            return Value(Pick(derived), null, depth)!;
        }

        // Not the one that copies.
        ConstructorInfo? constructor = type.GetConstructors().Where(c => c.GetParameters() is not [var only] || only.ParameterType != type)
            .MaxBy(c => c.GetParameters().Length);
        object record = constructor is null
            ? Activator.CreateInstance(type)!
            : constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType, _nullability.Create(p), depth + 1))]);
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null))
            property.SetValue(record, Value(property.PropertyType, _nullability.Create(property), depth + 1));
        return record;
    }

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];
}
