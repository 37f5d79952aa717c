using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VasaSim.Core.Model;
using VasaSim.Core.Tasks;
using VasaSim.Faults.Rules;
using VasaSim.Server.Calls;
using VasaSim.Server.Injection;
using VasaSim.Server.Journal;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Tests.Calls;

/// <summary>
/// A server of the API of these tests: POST to <c>/operation?group=domain/id</c>, the session in a header. Answers text.
/// </summary>
internal sealed class DoubleFace : IAsyncDisposable
{
    public const string SessionHeader = "X-Double-Session";

    private readonly WebApplication _application;
    private readonly CallPipeline _pipeline;

    private DoubleFace(Workspace workspace, WebApplication application)
    {
        Workspace = workspace;
        _application = application;
        _pipeline = new CallPipeline(new CallLog(new LineLogger<CallLog>(Lines)));
        application.Run(http => workspace.Journal.AroundAsync(http, workspace, AnswerAsync));
    }

    public Workspace Workspace { get; }

    /// <summary>The log so far.</summary>
    public List<string> Lines { get; } = [];

    public Uri Uri => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <param name="rules">The rules in YAML, each of them; none when empty.</param>
    public static async Task<DoubleFace> StartAsync(string rules = "")
    {
        RuleFileResult<RuleSet> set = new RuleFile(new RuleCatalog([new DoubleCatalog(DoubleCall.Name)]))
            .ReadSet(rules.Length == 0 ? "{ version: 1, rules: [] }" : "version: 1\nrules:\n" + rules, "rules");
        Assert.Empty(set.Problems);
        Workspace workspace = await WorkspaceFactory.OpenAsync(
            Simulator.Options.Workspace with { Rules = set.Value, InstantTasks = false }, TimeProvider.System, TestContext.Current.CancellationToken);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(System.Net.IPAddress.Loopback, 0, l => ConnectionRules.Use(l, workspace)));
        DoubleFace face = new(workspace, builder.Build());
        await face._application.StartAsync(TestContext.Current.CancellationToken);
        return face;
    }

    /// <summary>The status and the text of an answer, and the session that it began.</summary>
    public async Task<(int Status, string Text, string? Session)> CallAsync(string operation, string? session = null)
    {
        using HttpClient http = new();
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(Uri, operation));
        request.Headers.TryAddWithoutValidation(SessionHeader, session);
        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Headers.TryGetValues(SessionHeader, out IEnumerable<string>? values) ? values.Single() : null);
    }

    public async Task<string> LogInAsync() => (await CallAsync("login")).Session!;

    /// <summary>The last entry of the journal.</summary>
    public JournalEntry LastEntry() => Workspace.Journal.Read().Entries[^1];

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await Workspace.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        DoubleCall call = new()
        {
            Workspace = Workspace,
            Protocol = "rest",
            OperationName = http.Request.Path.Value!.TrimStart('/'),
            Named = [.. http.Request.Query["group"].Select(g => new GroupId(g!.Split('/')[0], g.Split('/')[1]))],
            SessionId = http.Request.Headers[SessionHeader],
            Headers = http.Request.Headers,
            Aborted = http.RequestAborted,
            Recording = CallRecording.Of(http),
        };
        Outcome outcome = await _pipeline.InvokeAsync(call);
        if (outcome.Wire is { } wire)
        {
            await Breaking.EndAsync(http, wire);
            return;
        }

        if (call.StartedSession is { } session)
        {
            http.Response.Headers[SessionHeader] = session.Id;
        }

        http.Response.StatusCode = outcome.Failure is DoubleFailure failure ? failure.Status : StatusCodes.Status200OK;
        await http.Response.WriteAsync(
            outcome.Failure is { } failed ? $"{failed.Name}: {failed.Message}" : (outcome.Value as ReplicationTask)?.Id ?? (string?)outcome.Value ?? "",
            http.RequestAborted);
    }

    private sealed class LineLogger<T>(List<string> lines) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
            {
                lines.Add(formatter(state, exception));
            }
        }
    }
}
