using System.Globalization;
using System.Text.Json.Nodes;
using VasaSim.Configuration.Texts;

namespace VasaSim.Configuration.Shapes;

/// <summary>The shapes of single values.</summary>
public static class ShapeOf
{
    /// <summary>A text of one line that is not empty.</summary>
    public static Shape<string> Text { get; } = TextOf("a text");

    /// <summary>True or false.</summary>
    public static Shape<bool> Flag { get; } = new ScalarShape<bool>(
        "true or false",
        () => new JsonObject { ["type"] = "boolean" },
        s => (s.IsPlain && s.Value is "true" or "false", s.Value == "true"),
        v => v);

    /// <summary>A duration such as <c>4m</c>, not negative.</summary>
    public static Shape<TimeSpan> Duration { get; } = new ScalarShape<TimeSpan>(
        DurationText.Legal,
        () => new JsonObject { ["type"] = new JsonArray("string", "integer"), ["pattern"] = "^(0|([0-9.]+(ms|s|m|h|d))+)$", ["minimum"] = 0, ["maximum"] = 0 },
        s => (DurationText.TryParse(s.Value, out TimeSpan v) && v >= TimeSpan.Zero, v),
        v => DurationText.Format(v));

    /// <summary>A point in time with its offset.</summary>
    public static Shape<DateTimeOffset> Time { get; } = new ScalarShape<DateTimeOffset>(
        StartTimeText.Legal,
        () => new JsonObject { ["type"] = "string", ["format"] = "date-time" },
        s => (StartTimeText.TryParse(s.Value, out DateTimeOffset v), v),
        v => v.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture));

    /// <summary>Bytes per second such as <c>16B/s</c>, more than none.</summary>
    public static Shape<long> PerSecond { get; } = new ScalarShape<long>(
        SizeText.LegalPerSecond,
        () => new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9.]+[KMGT]?i?B/s$" },
        s => (SizeText.TryParsePerSecond(s.Value, out long v) && v > 0, v),
        v => string.Create(CultureInfo.InvariantCulture, $"{v}B/s"));

    /// <summary>A text, and what messages and schema say of it.</summary>
    /// <param name="legal">What is legal, for messages.</param>
    /// <param name="isLegal">Says whether a text is; null: every one of one line that is not empty.</param>
    /// <param name="pattern">The same as a regular expression for the schema.</param>
    public static Shape<string> TextOf(string legal, Func<string, bool>? isLegal = null, string? pattern = null) => new ScalarShape<string>(
        legal,
        () => pattern is null ? new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = 1000 } : new JsonObject { ["type"] = "string", ["pattern"] = pattern },
        s => (s.Value.Length is > 0 and <= 1000 && !s.Value.Any(char.IsControl) && isLegal?.Invoke(s.Value) != false, s.Value),
        v => v);

    /// <summary>A text, or a number written without quotes, that becomes something.</summary>
    /// <param name="legal">What is legal, for messages.</param>
    /// <param name="pattern">The same as a regular expression for the schema.</param>
    /// <param name="parse">Reads it, and says whether it is legal.</param>
    /// <param name="format">Writes it.</param>
    /// <param name="min">The least number without quotes; null: any.</param>
    public static Shape<T> Parsed<T>(string legal, string pattern, Func<string, (bool Ok, T? Value)> parse, Func<T, string> format, int? min = null) => new ScalarShape<T>(
        legal,
        () => min is null
            ? new JsonObject { ["type"] = new JsonArray("string", "integer"), ["pattern"] = pattern }
            : new JsonObject { ["type"] = new JsonArray("string", "integer"), ["pattern"] = pattern, ["minimum"] = min },
        s => parse(s.Value),
        v => format(v));

    /// <summary>What is written like something else.</summary>
    public static Shape<TTo> As<TFrom, TTo>(Shape<TFrom> shape, Func<TFrom, TTo> to, Func<TTo, TFrom> from) => new MappedShape<TFrom, TTo>(shape, to, from);

    /// <summary>A whole number.</summary>
    public static Shape<int> Whole(int min, int max = int.MaxValue) => new ScalarShape<int>(
        max == int.MaxValue ? $"a whole number from {min} up" : $"a whole number from {min} to {max}",
        () => max == int.MaxValue
            ? new JsonObject { ["type"] = "integer", ["minimum"] = min }
            : new JsonObject { ["type"] = "integer", ["minimum"] = min, ["maximum"] = max },
        s => s.IsPlain && int.TryParse(s.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int v) && v >= min && v <= max
            ? (true, v) : (false, 0),
        v => v);

    /// <summary>A whole number of 64 bits.</summary>
    public static Shape<long> Long { get; } = new ScalarShape<long>(
        "a whole number",
        () => new JsonObject { ["type"] = "integer" },
        s => s.IsPlain && long.TryParse(s.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long v) ? (true, v) : (false, 0),
        v => v);

    /// <summary>A number above <paramref name="above"/>, up to <paramref name="max"/>.</summary>
    public static Shape<double> Number(double above, double max) => new ScalarShape<double>(
        string.Create(CultureInfo.InvariantCulture, $"a number above {above}, up to {max}"),
        () => new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = above, ["maximum"] = max },
        s => s.IsPlain && double.TryParse(s.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double v) && v > above && v <= max
            ? (true, v) : (false, 0),
        v => v);

    /// <summary>One of some words.</summary>
    public static Shape<T> Choice<T>(params (string Word, T Value)[] choices)
        where T : struct => new ChoiceShape<T>(choices);

    /// <summary>One of some words, kept as such.</summary>
    public static Shape<string> Word(params string[] words) => new ChoiceShape<string>([.. words.Select(w => (w, w))]);

    /// <summary>A list, or one item alone.</summary>
    public static Shape<IReadOnlyList<T>> OneOrMany<T>(Shape<T> item) => new ListShape<T>(item, mayBeAlone: true);

    /// <summary>A list.</summary>
    public static Shape<IReadOnlyList<T>> List<T>(Shape<T> item) => new ListShape<T>(item, mayBeAlone: false);

    /// <summary>Values by name.</summary>
    public static Shape<IReadOnlyDictionary<string, T>> Map<T>(Shape<T> item) => new MapShape<T>(item);
}
