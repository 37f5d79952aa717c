using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using VasaSim.Server.Sessions;
using VasaSim.Server.Tests.ViJson;
using VasaSim.Vmodl;

namespace VasaSim.Server.Tests.OpenApi;

/// <summary>Whatever is asked, the answer is one that the document has: never a crash, never a stack trace, never none.</summary>
public sealed class GeneratedRequestTests
{
    private const int Requests = 1500;
    private const int RequestsPerWorld = 100;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _wait = TimeSpan.FromMilliseconds(200);

    [Fact]
    public Task Legal_requests_get_answers_of_the_document() => AskAsync(RequestGenerator.Legal);

    [Fact]
    public Task Mutated_requests_get_answers_of_the_document() => AskAsync(RequestGenerator.Mutated);

    private static async Task AskAsync(Gen<GeneratedRequest> requests)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        string session = LogIn(simulator);
        int count = 0;
        HashSet<int> statuses = [];

        Prop.ForAll(requests.ToArbitrary(), request =>
        {
            if (count++ % RequestsPerWorld == 0)
            {
                simulator.Control.PostAsync("/_sim/v1/state/reset", null).GetAwaiter().GetResult().Dispose();
                session = LogIn(simulator);
            }

            int? status = AskAsync(simulator, request, session).GetAwaiter().GetResult();
            if (status is { } answered)
            {
                statuses.Add(answered);
            }

            if (request.Path.EndsWith("Logout", StringComparison.Ordinal))
            {
                session = LogIn(simulator);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Requests));

        // The requests are of use: some are answered, some are refused.
        Assert.Contains(200, statuses);
        Assert.Contains(500, statuses);
    }

    private static async Task<int?> AskAsync(Simulator simulator, GeneratedRequest request, string session)
    {
        bool waits = request.Path.Contains("WaitForUpdates", StringComparison.Ordinal);
        using CancellationTokenSource patience = new(waits ? _wait : _patience);
        using HttpRequestMessage message = new(
            new HttpMethod(request.Verb), "/sdk/vim25/8.0.3.0" + request.Path);
        message.Headers.Add(JsonClient.SessionHeader, session);
        if (request.Body.Length > 0 || request.Verb == "POST")
        {
            message.Content = new ByteArrayContent(request.Body);
            message.Content.Headers.ContentType = MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type) ? type : null;
        }

        try
        {
            using HttpResponseMessage response = await simulator.Http.SendAsync(message, patience.Token);
            string body = await response.Content.ReadAsStringAsync(patience.Token);
            Check(request, (int)response.StatusCode, body);
            return (int)response.StatusCode;
        }
        catch (OperationCanceledException) when (waits)
        {
            // Nothing has changed, and that is what such a call waits for.
            return null;
        }
    }

    private static void Check(GeneratedRequest request, int status, string body)
    {
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        switch (status)
        {
            case 404 or 405 when body.Length == 0:
                break;
            case 500 when !ReplySchemas.Newest.Has(request.Template, request.Verb.ToLowerInvariant()):
                CheckFault(status, body);
                break;
            default:
                Assert.Empty(ReplySchemas.Newest.Check(request.Template, request.Verb.ToLowerInvariant(), status, body));
                if (status == 500)
                {
                    CheckFault(status, body);
                }

                break;
        }
    }

    // An internal error is a fault of the API, too, but one that there must be no reason for.
    private static void CheckFault(int status, string body)
    {
        Assert.Equal(500, status);
        string name = (string)JsonNode.Parse(body)!["_typeName"]!;
        Assert.True(Contracts.FindDataType(name) is { IsFault: true }, body);
        Assert.NotEqual("SystemError", name);
        Assert.NotEqual("NotImplemented", name);
    }

    private static string LogIn(Simulator simulator)
    {
        Session session = simulator.Host.Workspace.Sessions.Login(
            "administrator@sim.local", "VasaSim!1", Simulator.StartTime, "generated", "127.0.0.1", "en_US")!;
        return session.Id;
    }
}
