using BenchmarkDotNet.Running;
using VasaSim.Benchmarks;

// `bare PORT` runs the endpoint that the server is compared with; anything else goes to BenchmarkDotNet.
if (args is ["bare", var port])
{
    await BareEndpoint.RunAsync(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture));
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(BareEndpoint).Assembly).Run(args);
