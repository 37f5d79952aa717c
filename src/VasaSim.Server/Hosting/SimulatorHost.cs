using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VasaSim.Faults.Rules;
using VasaSim.Server.Calls;
using VasaSim.Server.Control;
using VasaSim.Server.Faces.Srm;
using VasaSim.Server.Faces.Vcda;
using VasaSim.Server.Injection;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Hosting;

/// <summary>
/// The running simulator: the product port, those for other APIs and the control port over one workspace. Several can live in
/// one process.
/// Safe for threads.
/// </summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    // Who stops the program waits at most this long for calls that run.
    private static readonly TimeSpan _shutdownTimeout = TimeSpan.FromSeconds(3);

    private readonly WebApplication _product;
    private readonly WebApplication _control;
    private readonly WebApplication? _vcda;
    private readonly WebApplication? _srm;
    private readonly ServerCertificate? _certificate;
    private readonly RuleFileWatch? _rules;

    private SimulatorHost(
        SimulatorOptions options,
        Workspace workspace,
        WebApplication product,
        WebApplication control,
        WebApplication? vcda,
        WebApplication? srm,
        ServerCertificate? certificate,
        RuleFileWatch? rules)
    {
        Workspace = workspace;
        (_product, _control, _vcda, _srm, _certificate, _rules) = (product, control, vcda, srm, certificate, rules);
        ProductUri = ProductUriOf(options, product);
        ControlUri = UriOf("http", options.ControlBind, control);
        VcdaUri = vcda is null ? null : ProductUriOf(options, vcda);
        SrmPeerUri = srm is null ? null : ProductUriOf(options, srm);
    }

    /// <summary>Where clients of the product connect.</summary>
    public Uri ProductUri { get; }

    /// <summary>Where testers control the simulator.</summary>
    public Uri ControlUri { get; }

    /// <summary>Where clients of the API for cloud replications connect; null when the lab has no clouds.</summary>
    public Uri? VcdaUri { get; }

    /// <summary>
    /// Where clients of the second site's Site Recovery Manager connect, the first site's being at <see cref="ProductUri"/>;
    /// null when the lab has not just two sites.
    /// </summary>
    public Uri? SrmPeerUri { get; }

    /// <summary>The world and its users.</summary>
    public Workspace Workspace { get; }

    /// <summary>The file of the CA certificate that clients have to trust; null without TLS.</summary>
    public string? CaPath => _certificate?.CaPath;

    /// <summary>Opens the workspace and listens.</summary>
    /// <exception cref="Core.Storage.StoreException">The store cannot be used.</exception>
    /// <exception cref="WorkspaceException">The options do not fit the stored world, or the file of the rules is not legal.</exception>
    /// <exception cref="PortInUseException">A port is taken.</exception>
    public static async Task<SimulatorHost> StartAsync(
        SimulatorOptions options, Action<ILoggingBuilder>? logging = null, TimeProvider? realTime = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!IPAddress.IsLoopback(options.ControlBind) && options.ControlToken is null)
        {
            throw new WorkspaceException($"The control port on {options.ControlBind} can be reached from other machines, and needs a token.");
        }

        TimeProvider time = realTime ?? TimeProvider.System;
        (string? rulesText, RuleSet? rules) = options.RuleFile is { } file ? RuleFiles.Require(file) : (null, options.Workspace.Rules);
        Workspace workspace = await WorkspaceFactory.OpenAsync(options.Workspace with { Rules = rules }, time, cancellation);
        RuleFileWatch? watch = null;
        ServerCertificate? certificate = null;
        WebApplication? product = null;
        WebApplication? control = null;
        WebApplication? vcda = null;
        WebApplication? srm = null;
        try
        {
            certificate = options.Tls ? ServerCertificate.LoadOrCreate(options.Workspace.DataDirectory, time) : null;
            WebApplication listening = product = Build(logging, kestrel => Listen(kestrel, options, options.Port, HttpProtocols.Http1AndHttp2, workspace, certificate));
            CallPipeline pipeline = new(new CallLog(product.Services.GetRequiredService<ILogger<CallLog>>()));
            SrmScope? scope = null;
            if (await SrmSites.ChooseAsync(workspace) is var (first, second, seed))
            {
                WebApplication peer = srm = Build(logging, kestrel => Listen(kestrel, options, options.SrmPort, HttpProtocols.Http1AndHttp2, workspace, certificate));
                SrmSite here = new(first.Id, first.VCenter, () => ProductUriOf(options, listening));
                scope = new SrmScope(here, new SrmSite(second.Id, second.VCenter, () => ProductUriOf(options, peer)), here, seed, certificate?.Certificate);
                SrmEndpoints.Map(srm, workspace, options, pipeline, scope.Turned());
            }

            Faces.ProductEndpoints.Map(product, workspace, options, pipeline, scope);
            control = Build(logging, kestrel => kestrel.Listen(options.ControlBind, options.ControlPort));
            watch = rulesText is null ? null : new(options.RuleFile!, rulesText, workspace, control.Services.GetRequiredService<ILogger<RuleFileWatch>>());
            await StartAsync(product, options.Port, cancellation);
            if (srm is not null)
            {
                await StartAsync(srm, options.SrmPort, cancellation);
            }

            if (await VcdaSite.ChooseAsync(workspace, options.VcdaSite) is { } site)
            {
                // HTTP/2 writes the names of headers in small letters, and scripts look for that of the token in its own case.
                vcda = Build(logging, kestrel => Listen(kestrel, options, options.VcdaPort, HttpProtocols.Http1, workspace, certificate));
                WebApplication cloud = vcda;
                VcdaEndpoints.Map(vcda, workspace, options, pipeline, new VcdaScope(site, () => ProductUriOf(options, cloud), certificate?.Certificate.GetCertHashString(HashAlgorithmName.SHA256)));
                await StartAsync(vcda, options.VcdaPort, cancellation);
            }

            ControlEndpoints.Map(control, workspace, options, new ControlSurroundings(
                () => ProductUriOf(options, product),
                vcda is null ? null : ProductUriOf(options, vcda),
                srm is null ? null : ProductUriOf(options, srm),
                certificate?.CaPath,
                time,
                watch));
            await StartAsync(control, options.ControlPort, cancellation);
            return new SimulatorHost(options, workspace, product, control, vcda, srm, certificate, watch);
        }
        catch
        {
            await StopAsync(product);
            await StopAsync(control);
            await StopAsync(vcda);
            await StopAsync(srm);
            await StopAsync(watch);
            await workspace.DisposeAsync();
            certificate?.Dispose();
            throw;
        }
    }

    /// <summary>Stops listening, lets running calls finish for a moment, and closes the store.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(StopAsync(_product), StopAsync(_control), StopAsync(_vcda), StopAsync(_srm));
        await StopAsync(_rules);
        await Workspace.DisposeAsync();
        _certificate?.Dispose();
    }

    private static WebApplication Build(Action<ILoggingBuilder>? logging, Action<KestrelServerOptions> listen)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = _shutdownTimeout);
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            listen(kestrel);
        });
        logging?.Invoke(builder.Logging);
        return builder.Build();
    }

    private static void Listen(
        KestrelServerOptions kestrel, SimulatorOptions options, int port, HttpProtocols protocols, Workspace workspace, ServerCertificate? certificate) =>
        kestrel.Listen(options.Bind, port, listen =>
        {
            // The version is agreed on in TLS; without it there is nothing to agree by.
            listen.Protocols = certificate is null ? HttpProtocols.Http1 : protocols;
            ConnectionRules.Use(listen, workspace);
            if (certificate is not null)
            {
                listen.UseHttps(certificate.Certificate);
            }
        });

    private static async Task StartAsync(WebApplication application, int port, CancellationToken cancellation)
    {
        try
        {
            await application.StartAsync(cancellation);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new PortInUseException(port, e);
        }
    }

    private static async Task StopAsync(WebApplication? application)
    {
        if (application is not null)
        {
            await application.StopAsync();
            await application.DisposeAsync();
        }
    }

    private static ValueTask StopAsync(RuleFileWatch? watch) => watch?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static Uri ProductUriOf(SimulatorOptions options, WebApplication product) => UriOf(options.Tls ? "https" : "http", options.Bind, product);

    private static Uri UriOf(string scheme, IPAddress bind, WebApplication application)
    {
        // An address that means all of them is no address to connect to.
        string host = bind.Equals(IPAddress.Any) ? "127.0.0.1"
            : bind.Equals(IPAddress.IPv6Any) ? "[::1]"
            : bind.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{bind}]"
            : bind.ToString();
        return new Uri($"{scheme}://{host}:{PortOf(application)}");
    }

    private static int PortOf(WebApplication application) =>
        new Uri(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
}
