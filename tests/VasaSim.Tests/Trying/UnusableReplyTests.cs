using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VasaSim.Tests.Commands;

namespace VasaSim.Tests.Trying;

/// <summary>Whatever comes back is told; none of it is taken for a bug of the client.</summary>
public class UnusableReplyTests
{
    [Theory]
    [InlineData(503, "<html><body>Service unavailable<br></body></html>")]
    [InlineData(404, "")]
    [InlineData(200, "")]
    [InlineData(200, "<?xml version=\"1.0\" encoding=\"no-such-thing\"?><a/>")]
    [InlineData(200, "<Envelope><Body><LoginResponse><returnval><key>k")]
    [InlineData(200, "<Envelope><Body><LoginResponse><returnval/></LoginResponse></Body></Envelope>")]
    [InlineData(200, "\u00ff\u0000\u00fe<")]
    [InlineData(200, "{\"_typeName\":\"UserSession\",\"key\":")]
    [InlineData(200, "[1]")]
    [InlineData(500, "<Envelope><Body><Fault><faultcode>c</faultcode><faultstring>odd</faultstring><detail><x type=\"y\"/></detail></Fault></Body></Envelope>")]
    [InlineData(500, "{\"_typeName\":\"NoSuchFault\"}")]
    public async Task A_reply_that_is_no_answer_ends_with_a_message_and_7(int status, string body)
    {
        foreach (string[] protocol in new string[][] { [], ["--json"] })
        {
            await using WebApplication server = await AnswerAsync(async context =>
            {
                context.Response.StatusCode = status;
                await context.Response.Body.WriteAsync(Encoding.Latin1.GetBytes(body));
            });

            (int code, string output, string error) = await InProcess.RunAsync(
                ["try", "query", "--server", server.Urls.Single(), "--url", "http://127.0.0.1:1", "--format", "json", .. protocol]);

            Assert.True(code == ExitCode.Failed, error);
            Assert.Contains($"cannot log in: ", error, StringComparison.Ordinal);
            Assert.Equal("Login", (string?)JsonNode.Parse(output)!["calls"]![0]!["method"]);
        }
    }

    [Fact]
    public async Task A_reply_that_breaks_off_is_a_lost_answer()
    {
        int requests = 0;
        await using WebApplication server = await AnswerAsync(async context =>
        {
            requests++;
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("<?xml");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        (int code, _, string error) = await InProcess.RunAsync(["try", "query", "--server", server.Urls.Single(), "--url", "http://127.0.0.1:1"]);

        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("answer lost: ", error, StringComparison.Ordinal);
        Assert.Equal(1, requests);
    }

    private static async Task<WebApplication> AnswerAsync(RequestDelegate answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        app.Run(answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
