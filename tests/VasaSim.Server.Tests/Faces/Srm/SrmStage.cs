using System.Text;
using VasaSim.Server.Hosting;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>A simulator with the default lab, its administrator logged in at the first site, and the ids of its servers.</summary>
public sealed class SrmStage : IAsyncDisposable
{
    private SrmStage(Simulator simulator) => (Simulator, Client) = (simulator, new SrmClient(simulator.Host.ProductUri));

    public Simulator Simulator { get; }

    public SrmClient Client { get; }

    /// <summary>The id of the first site's Site Recovery Manager.</summary>
    public string Here { get; private set; } = "";

    /// <summary>The id of the second site's.</summary>
    public string Peer { get; private set; } = "";

    /// <summary>The id of the first site's vCenter.</summary>
    public string VcenterHere { get; private set; } = "";

    /// <summary>Where the second site's fault domains are.</summary>
    public string PeerDomains => $"{Client.Pairing}/srms/{Peer}/replication-management/vvol/fault-domains";

    /// <summary>Where the first site's are.</summary>
    public string Domains => $"{Client.Pairing}/srms/{Here}/replication-management/vvol/fault-domains";

    public static async Task<SrmStage> StartAsync(Func<SimulatorOptions, SimulatorOptions>? configure = null)
    {
        SrmStage stage = new(await Simulator.StartAsync(configure));
        await stage.Client.AsAsync();
        SrmReply pairing = await stage.Client.GetAsync(stage.Client.Pairing);
        stage.Here = (string)pairing["local_srm_server"]!["id"]!;
        stage.Peer = (string)pairing["remote_srm_server"]!["id"]!;
        stage.VcenterHere = (string)pairing["local_vc_server"]!["id"]!;
        return stage;
    }

    /// <summary>Another client, which is not logged in.</summary>
    public SrmClient Other(string version = "v2") => new(Simulator.Host.ProductUri, version);

    /// <summary>A client of the second site, which is not logged in.</summary>
    public SrmClient AtPeer() => new(Simulator.Host.SrmPeerUri!);

    /// <summary>Cuts all links between the two sites.</summary>
    public async Task CutAsync()
    {
        await SetLinkAsync("fd-a1", "fd-b1", false);
        await SetLinkAsync("fd-a1", "fd-n1", false);
    }

    public Task SetLinkAsync(string one, string other, bool up) => ControlAsync(HttpMethod.Patch, $"links/{one}/{other}", $$"""{"up":{{(up ? "true" : "false")}}}""");

    /// <summary>Does something to the world.</summary>
    public async Task<string> ControlAsync(HttpMethod method, string path, string? body = null)
    {
        using HttpRequestMessage request = new(method, new Uri($"/_sim/v1/{path}", UriKind.Relative));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await Simulator.Control.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        return text;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Simulator.DisposeAsync();
    }
}
