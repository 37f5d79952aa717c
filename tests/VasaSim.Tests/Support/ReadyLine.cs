using System.Globalization;
using System.Text.RegularExpressions;

namespace VasaSim.Tests.Support;

/// <summary>The line that says where a simulator is.</summary>
internal sealed partial record ReadyLine(Uri Sms, Uri Json, Uri Control, string Ca, long Seed, int Pid, string Vcda, string Srm, string SrmPeer)
{
    public static ReadyLine Parse(string line)
    {
        Match match = Form().Match(line);
        Assert.True(match.Success, $"Not a READY line: {line}");
        return new ReadyLine(
            new Uri(match.Groups["sms"].Value),
            new Uri(match.Groups["json"].Value),
            new Uri(match.Groups["control"].Value),
            match.Groups["ca"].Value,
            long.Parse(match.Groups["seed"].Value, CultureInfo.InvariantCulture),
            int.Parse(match.Groups["pid"].Value, CultureInfo.InvariantCulture),
            match.Groups["vcda"].Value,
            match.Groups["srm"].Value,
            match.Groups["peer"].Value);
    }

    // Scripts rely on the keys and their order.
    [GeneratedRegex(
        @"^VASASIM READY sms=(?<sms>https?://\S+/sms/sdk) json=(?<json>https?://\S+/sdk/vim25/8\.0\.3\.0/sms) control=(?<control>http://127\.0\.0\.\d+:\d+) ca=(?<ca>.+) seed=(?<seed>-?\d+) pid=(?<pid>\d+) vcda=(?<vcda>-|https?://\S+) srm=(?<srm>-|https?://\S+/api/rest/srm) srm-peer=(?<peer>-|https?://\S+/api/rest/srm)$")]
    private static partial Regex Form();
}
