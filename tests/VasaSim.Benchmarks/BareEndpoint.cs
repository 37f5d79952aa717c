using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace VasaSim.Benchmarks;

/// <summary>
/// The least that a Kestrel server can do: read the whole request, answer with as many bytes as the path says. What a
/// simulated call costs is told against it, since both share the machine, the HTTP stack and the load generator.
/// </summary>
internal static class BareEndpoint
{
    public static async Task RunAsync(int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.ListenLocalhost(port);
        });
        await using WebApplication application = builder.Build();
        byte[] bytes = new byte[64 * 1024];
        Array.Fill(bytes, (byte)' ');
        application.Run(http => AnswerAsync(http, bytes));
        await application.RunAsync();
    }

    private static async Task AnswerAsync(HttpContext http, byte[] bytes)
    {
        PipeReader body = http.Request.BodyReader;
        ReadResult read;
        do
        {
            read = await body.ReadAsync();
            body.AdvanceTo(read.Buffer.End);
        }
        while (!read.IsCompleted);

        int length = int.Parse(http.Request.Path.Value.AsSpan(1), CultureInfo.InvariantCulture);
        http.Response.ContentType = "text/xml; charset=utf-8";
        http.Response.ContentLength = length;
        await http.Response.BodyWriter.WriteAsync(bytes.AsMemory(0, length));
    }
}
