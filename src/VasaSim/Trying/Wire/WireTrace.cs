using System.Text;

namespace VasaSim.Trying.Wire;

/// <summary>Writes what is sent and received, without sessions; passwords are left out by who makes the request.</summary>
/// <param name="output">Takes the text; null for no trace.</param>
internal sealed class WireTrace(TextWriter? output)
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Mask = "***";

    private readonly HashSet<string> _secrets = [];

    /// <summary>Keeps a text out of all that is written from now on.</summary>
    public void Hide(string secret) => _secrets.Add(secret);

    public void Request(HttpRequestMessage request, string body) =>
        Write($"> {request.Method} {request.RequestUri}", request.Headers, body);

    public void Reply(HttpResponseMessage reply, byte[] body) =>
        Write($"< HTTP {(int)reply.StatusCode}", reply.Headers, Encoding.UTF8.GetString(body));

    public void Lost(string reason) => output?.WriteLine($"< no answer: {reason}");

    private void Write(string first, IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers, string body)
    {
        if (output is null)
        {
            return;
        }

        StringBuilder text = new StringBuilder(first).AppendLine();
        foreach ((string name, IEnumerable<string> values) in headers)
        {
            text.Append(name).Append(": ").AppendJoin(", ", values).AppendLine();
        }

        text.AppendLine().AppendLine(body.TrimEnd());
        foreach (string secret in _secrets)
        {
            text.Replace(secret, Mask);
        }

        output.WriteLine(text);
    }
}
