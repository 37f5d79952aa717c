using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VasaSim.Tests.Support;

namespace VasaSim.Tests.Trying;

/// <summary>
/// Stands between a client and a simulator, and passes everything on; but the first answer to one method it loses: the
/// simulator has done what it was asked for, and the client's connection breaks.
/// </summary>
internal sealed class LossyRelay : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private LossyRelay(WebApplication app, HttpClient http) => (_app, _http) = (app, http);

    public string Address => _app.Urls.Single();

    public static async Task<LossyRelay> StartAsync(ReadyLine simulator, string method)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        X509ChainPolicy trust = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.ImportFromPemFile(simulator.Ca);
        SocketsHttpHandler handler = new() { UseCookies = false, SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust } };
        HttpClient http = new(handler) { BaseAddress = simulator.Sms };
        LossyRelay relay = new(builder.Build(), http);
        bool lost = false;
        relay._app.Run(async context =>
        {
            using HttpRequestMessage request = new(HttpMethod.Post, context.Request.Path.Value);
            string body = await new StreamReader(context.Request.Body).ReadToEndAsync(context.RequestAborted);
            request.Content = new StringContent(body);
            foreach ((string name, var value) in context.Request.Headers.Where(h => h.Key is "SOAPAction" or "Cookie" or "vmware-api-session-id"))
            {
                request.Headers.TryAddWithoutValidation(name, value.ToString());
            }

            using HttpResponseMessage answer = await http.SendAsync(request, context.RequestAborted);
            if (!lost && (body.Contains($"<{method} ", StringComparison.Ordinal) || request.RequestUri!.OriginalString.EndsWith(method, StringComparison.Ordinal)))
            {
                lost = true;
                context.Abort();
                return;
            }

            context.Response.StatusCode = (int)answer.StatusCode;
            foreach ((string name, IEnumerable<string> values) in answer.Headers.Where(h => h.Key is "Set-Cookie" or "vmware-api-session-id"))
            {
                context.Response.Headers[name] = values.ToArray();
            }

            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        });
        await relay._app.StartAsync(TestContext.Current.CancellationToken);
        return relay;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }
}
