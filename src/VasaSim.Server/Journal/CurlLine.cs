using System.Text;

namespace VasaSim.Server.Journal;

/// <summary>Writes a request as a line for a shell that sends the same bytes with curl.</summary>
internal static class CurlLine
{
    // What curl adds by itself unless it is told otherwise; an empty value takes it away.
    private static readonly string[] _ownHeaders = ["User-Agent", "Accept", "Content-Type", "Expect"];

    /// <summary>The line, with its end.</summary>
    /// <param name="request">The request; what is masked in it has to be filled in.</param>
    /// <param name="product">Where it is sent to.</param>
    /// <param name="caPath">The file of the CA to trust; null without TLS.</param>
    public static string Of(MaskedMessage request, Uri product, string? caPath)
    {
        string[] parts = request.StartLine.Split(' ');
        List<string> words = ["curl -s -i --path-as-is -g"];
        if (caPath is not null)
        {
            words.Add($"--cacert {Quote(caPath)}");
        }

        words.Add($"-X {Quote(parts[0])}");
        foreach ((string name, string value) in request.Headers.Where(h => h.Name is not ("Host" or "Content-Length" or "Connection")))
        {
            // A semicolon is curl's word for a header without a value.
            words.Add($"-H {Quote(value.Length == 0 ? name + ";" : $"{name}: {value}")}");
        }

        words.AddRange(_ownHeaders
            .Where(own => !request.Headers.Any(h => h.Name.Equals(own, StringComparison.OrdinalIgnoreCase)))
            .Select(own => $"-H '{own}:'"));
        bool isText = request.Body.All(b => b is >= (byte)' ' and not 0x7F or (byte)'\n' or (byte)'\t') && MaskedMessage.IsUtf8(request.Body);
        if (request.Body.Length > 0 || request.Headers.Any(h => h.Name == "Content-Length"))
        {
            words.Add(isText ? $"--data-raw {Quote(Encoding.UTF8.GetString(request.Body))}" : "--data-binary @-");
        }

        words.Add(Quote(new Uri(product, "/").GetLeftPart(UriPartial.Authority) + parts[1]));
        string line = string.Join(' ', words) + "\n";
        return isText ? line : $"echo {Convert.ToBase64String(request.Body)} | base64 -d | {line}";
    }

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
