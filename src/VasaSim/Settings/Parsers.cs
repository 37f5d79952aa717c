using System.Globalization;
using System.Net;
using VasaSim.Configuration.Texts;
using VasaSim.Server.Workspaces;
using VasaSim.Storage;

namespace VasaSim.Settings;

/// <summary>Reads the values of settings.</summary>
internal static class Parsers
{
    public static bool Text(string text, out string? value)
    {
        value = text;
        return text.Length > 0;
    }

    public const string LegalToken = "up to 1000 printable ASCII characters without a space";

    public static bool Token(string text, out string? value)
    {
        value = text;
        return text.Length is > 0 and <= 1000 && text.All(static c => c is > ' ' and < '\x7f');
    }

    public static bool Port(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= ushort.MaxValue;

    public static bool Address(string text, out IPAddress value)
    {
        value = IPAddress.Loopback;
        if (text == "localhost")
        {
            return true;
        }

        bool isAddress = IPAddress.TryParse(text, out IPAddress? parsed);
        value = parsed ?? value;
        return isAddress;
    }

    public static bool Seed(string text, out long? value)
    {
        bool isNumber = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long parsed);
        value = isNumber ? parsed : null;
        return isNumber;
    }

    public static bool StartTime(string text, out DateTimeOffset? value)
    {
        bool isTime = StartTimeText.TryParse(text, out DateTimeOffset parsed);
        value = isTime ? parsed : null;
        return isTime;
    }

    public static bool Clock(string text, out ClockMode? value)
    {
        bool isMode = ClockMode.TryParse(text, out ClockMode parsed);
        value = isMode ? parsed : null;
        return isMode;
    }

    public static bool Duration(string text, out TimeSpan value) =>
        DurationText.TryParse(text, out value) && value >= TimeSpan.Zero;

    public static bool JournalSize(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= 1_000_000;

    public static bool JournalBytes(string text, out long value) => SizeText.TryParse(text, out value) && value <= 64L << 30;

    public static bool Url(string text, out Uri? value) =>
        Uri.TryCreate(text, UriKind.Absolute, out value) && value.Scheme is "http" or "https";

    public static bool Tasks(string text, out bool instant) => OneOfTwo(text, "instant", "timed", out instant);

    public static bool Tls(string text, out bool on) => OneOfTwo(text, "on", "off", out on);

    public static bool LogFormat(string text, out bool json) => OneOfTwo(text, "json", "text", out json);

    public static bool OutputFormat(string text, out bool json) => OneOfTwo(text, "json", "table", out json);

    public static bool Durability(string text, out Durability value)
    {
        bool isOne = OneOfTwo(text, "full", "normal", out bool full);
        value = full ? Storage.Durability.Full : Storage.Durability.Normal;
        return isOne;
    }

    private static bool OneOfTwo(string text, string yes, string no, out bool value)
    {
        value = text == yes;
        return value || text == no;
    }
}
