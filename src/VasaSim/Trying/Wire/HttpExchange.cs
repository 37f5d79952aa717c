using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using VasaSim.Server.Control;

namespace VasaSim.Trying.Wire;

/// <summary>Sends requests to one server and tells an answer that was lost from a server that cannot be reached.</summary>
internal sealed class HttpExchange : IDisposable
{
    // An answer that takes longer counts as lost.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http;

    /// <param name="server">Where the server is; only scheme, host and port count.</param>
    /// <param name="caFile">The only authority to trust, as PEM; null for those that the system trusts.</param>
    /// <param name="trace">Is told every request and reply.</param>
    /// <exception cref="CommandException">The file cannot be used.</exception>
    public HttpExchange(Uri server, string? caFile, WireTrace trace)
    {
        Trace = trace;
        SocketsHttpHandler handler = new() { UseCookies = false, AllowAutoRedirect = false, UseProxy = !server.IsLoopback };
        if (caFile is not null)
        {
            X509ChainPolicy policy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.AddRange(Load(caFile));
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        }

        _http = new HttpClient(handler) { BaseAddress = server, Timeout = _patience };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd($"vasasim/{ProductVersion.Text}");
    }

    public WireTrace Trace { get; }

    /// <summary>Posts a body.</summary>
    /// <param name="request">The request, without its body.</param>
    /// <param name="body">The body, with its content type.</param>
    /// <param name="shown">The body as the trace may show it.</param>
    /// <param name="onHeaders">Is given the reply's headers before the trace shows them.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="CommandException">The server cannot be reached at all, so that nothing was sent.</exception>
    public async Task<HttpReply> PostAsync(
        HttpRequestMessage request, HttpContent body, string shown, Action<HttpResponseHeaders>? onHeaders, CancellationToken cancellation)
    {
        request.Method = HttpMethod.Post;
        request.RequestUri = new Uri(_http.BaseAddress!, request.RequestUri!);
        request.Content = body;
        Trace.Request(request, shown);
        try
        {
            using HttpResponseMessage response = await _http.SendAsync(request, cancellation);
            byte[] answer = await response.Content.ReadAsByteArrayAsync(cancellation);
            onHeaders?.Invoke(response.Headers);
            Trace.Reply(response, answer);
            return new HttpReply((int)response.StatusCode, answer, null);
        }
        catch (HttpRequestException e) when (e.InnerException is AuthenticationException)
        {
            throw new CommandException(
                ExitCode.Resource,
                $"The certificate of {_http.BaseAddress} is not trusted ({e.InnerException.Message}) Say which CA to trust with --ca FILE.");
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
        {
            throw new CommandException(
                ExitCode.NotRunning,
                $"Nothing answers at {_http.BaseAddress} ({e.Message}). Start a simulator with: vasasim start; or say where the server is with --server.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return Lost(e.InnerException?.Message ?? e.Message);
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Lost($"nothing came within {_http.Timeout.TotalSeconds:0} s");
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpReply Lost(string reason)
    {
        Trace.Lost(reason);
        return new HttpReply(0, [], reason);
    }

    private static X509Certificate2Collection Load(string file)
    {
        X509Certificate2Collection certificates = [];
        try
        {
            certificates.ImportFromPemFile(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new CommandException(ExitCode.Resource, $"The CA file '{file}' cannot be used: {e.Message}");
        }

        return certificates.Count > 0
            ? certificates
            : throw new CommandException(ExitCode.Resource, $"The CA file '{file}' has no certificate in it.");
    }
}
