namespace VasaSim.Server.Faces.Vim.Access;

/// <summary>The locales that a client may ask for. All texts are English whatever it asks.</summary>
internal static class Locales
{
    public const string Default = "en";

    /// <summary>The languages of messages.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["de", "en", "es", "fr", "ja", "ko", "zh_CN", "zh_TW"];

    /// <summary>The locales that clients may log in with.</summary>
    public static IReadOnlyList<string> Supported { get; } =
    [
        "de", "de_DE", "en", "en_GB", "en_US", "es", "es_ES", "fr", "fr_FR", "ja", "ja_JP", "ko", "ko_KR", "zh_CN", "zh_TW",
    ];

    /// <summary>The locale as it is spelled here, or null when it is not supported; none at all is the default one.</summary>
    public static string? Find(string? asked) => string.IsNullOrEmpty(asked)
        ? Default
        : Supported.FirstOrDefault(l => l.Equals(asked.Replace('-', '_'), StringComparison.OrdinalIgnoreCase));

    /// <summary>The language of messages for a locale.</summary>
    public static string LanguageOf(string locale) =>
        Languages.FirstOrDefault(l => locale == l || locale.StartsWith($"{l}_", StringComparison.Ordinal)) ?? Default;
}
