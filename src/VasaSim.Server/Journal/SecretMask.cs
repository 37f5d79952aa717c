using System.Collections.Frozen;
using System.Text.RegularExpressions;
using VasaSim.Server.Faces.Rest;
using VasaSim.Server.Sessions;
using VasaSim.Vmodl;

namespace VasaSim.Server.Journal;

/// <summary>
/// Puts <c>***</c> in place of secrets: the members that the contract marks as such, and ids of sessions. Looks for them
/// as text and not as a parser does, so that a message which cannot be read keeps its secrets too; where it is not clear
/// how far a secret goes, more is masked rather than less. Safe for threads.
/// </summary>
internal sealed partial class SecretMask
{
    private const string Masked = "***";

    // The header element that clients show their session in, and the member of InvalidSession that says it back.
    private static readonly string[] _sessionMembers = ["vcSessionCookie", "sessionCookie"];

    // What proves to the API for cloud replications who somebody is.
    private static readonly string[] _vcdaMembers =
        ["localPassword", "password", "samlToken", "signature", "vcdPassword", "vcdCookie", "vcdAccessToken", "cookie"];

    // How Site Recovery Manager tells the session.
    private static readonly string[] _srmMembers = ["session_id"];

    private static readonly string[] _members =
        [.. _sessionMembers.Concat(_vcdaMembers).Concat(_srmMembers).Concat(new[] { Contracts.Sms, Contracts.Vim }.SelectMany(SecretMembers)).Distinct()];

    private static readonly Regex _element = new(
        $@"(?<open><(?:[^\s<>/:]+:)?(?<name>{string.Join('|', _members)})(?:\s[^>]*)?(?<!/)>).*?(?=</(?:[^\s<>/:]+:)?\k<name>\s*>|\z)",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex _property = new(
        $@"(?<open>""(?:{string.Join('|', _members.Select(JsonName))})""\s*:\s*)(?:""(?:[^""\\]|\\.)*(?:""|\z)|[^\s,}}\]""]+)",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly FrozenSet<string> _secretHeaders = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "vmware-api-session-id", "X-VCAV-Auth", "x-dr-session", "Authorization", "Proxy-Authorization");

    private readonly HashSet<string> _sessionIds;

    /// <summary>Makes a mask for some entries.</summary>
    /// <param name="sessions">Whose ids are masked wherever they stand.</param>
    /// <param name="entries">Their sessions may have ended since.</param>
    public SecretMask(SessionStore sessions, params IEnumerable<JournalEntry> entries) =>
        _sessionIds = [.. sessions.Sessions.Concat(entries.Select(e => e.Session).OfType<Session>()).SelectMany(s => new[] { s.Id, SessionToken.Of(s.Id) })];

    /// <summary>A body, or another text that clients sent.</summary>
    public string Text(string text) => SessionIds(_property.Replace(_element.Replace(text, "${open}" + Masked), "${open}\"" + Masked + "\""));

    /// <summary>The value of a header.</summary>
    public string Header(string name, string value)
    {
        if (_secretHeaders.Contains(name))
        {
            return Masked;
        }

        return name.ToUpperInvariant() switch
        {
            "COOKIE" => CookieValue().Replace(value, "=" + Masked),
            // Its first value is the secret, the others are attributes.
            "SET-COOKIE" => CookieValue().Replace(value, "=" + Masked, 1),
            _ => SessionIds(value),
        };
    }

    private string SessionIds(string text) => SessionId().Replace(text, m => _sessionIds.Contains(m.Value) ? Masked : m.Value);

    private static IEnumerable<string> SecretMembers(ServiceContract contract) =>
        contract.DataTypes.SelectMany(t => t.OwnMembers)
            .Concat(contract.Operations.SelectMany(o => o.Parameters))
            .Where(m => m.Secret)
            .Select(m => m.Name);

    // Each letter of a name may be written as an escape.
    private static string JsonName(string name) => string.Concat(name.Select(c => $@"(?:{c}|\\u{(int)c:x4})"));

    [GeneratedRegex("""=\s*("[^"]*"|[^;]*)""")]
    private static partial Regex CookieValue();

    // The form that SessionStore gives them, and that of SessionToken.
    [GeneratedRegex("[0-9a-f]{40}|[A-Za-z0-9+/]{27}=")]
    private static partial Regex SessionId();
}
