using System.Net;
using System.Text;
using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Tests.Cookbook;

/// <summary>Samples of connections that break, and of replies that are late or look unusual.</summary>
public sealed class ConnectionSampleTests
{
    [Fact]
    [Sample("rules/lost-answer.yaml")]
    public async Task The_answer_is_lost_and_the_group_is_failed_over()
    {
        await using Stage stage = await Stage.StartAsync("lost-answer");
        using RawCall lost = await stage.CallRawAsync(Stage.Target, Stage.FailOver("rg-01-t"));

        RawReply reply = await lost.ReadAsync();

        Assert.Equal((true, ""), (reply.WasReset, reply.Head));
        Assert.Equal("FAILEDOVER", Assert.IsType<TargetGroupInfo>(await stage.Sms.GroupAsync(Stage.Target, Stage.AtB("rg-01-t"))).State);
        GroupOperationResult again = Assert.Single(await stage.RunAsync(Stage.FailOver("rg-01-t")));
        Assert.IsType<AlreadyDone>(Assert.Single(again.Warning!).Fault);
    }

    [Fact]
    [Sample("rules/cut-reply.yaml")]
    public async Task A_reply_ends_after_512_bytes_of_a_longer_body()
    {
        await using Stage stage = await Stage.StartAsync("cut-reply");
        using RawCall cut = await stage.CallRawAsync(Stage.Target, Stage.Query("rg-01-t"));

        RawReply reply = await cut.ReadAsync();

        Assert.StartsWith("HTTP/1.1 200 ", reply.Head, StringComparison.Ordinal);
        Assert.Equal(512, reply.Body.Length);
        Assert.True(reply.Promised > 512, reply.Head);
        await stage.Sms.GroupAsync(Stage.Target, Stage.AtB("rg-01-t"));
    }

    [Fact]
    [Sample("rules/hanging-connection.yaml")]
    public async Task Nothing_comes_for_ninety_seconds_and_then_the_connection_is_closed()
    {
        RecordedTime time = new(endsAtOnce: false);
        await using Stage stage = await Stage.StartAsync("hanging-connection", realTime: time);
        using RawCall hanging = await stage.CallRawAsync(Stage.Target, Stage.Query("rg-01-t"));

        Task<RawReply> answer = hanging.ReadAsync();
        Task<RecordedTime.Wait> began = time.NextAsync().AsTask();
        Assert.Same(began, await Task.WhenAny(began, answer));
        RecordedTime.Wait wait = await began;
        Assert.Equal((TimeSpan.FromSeconds(90), false), (wait.Length, answer.IsCompleted));
        wait.End();

        RawReply reply = await answer;
        Assert.Equal((false, ""), (reply.WasReset, reply.Head));
        await stage.Sms.GroupAsync(Stage.Target, Stage.AtB("rg-01-t"));
    }

    [Fact]
    [Sample("rules/dripping-reply.yaml")]
    public async Task A_reply_comes_at_a_thousand_bytes_in_a_second()
    {
        RecordedTime time = new(endsAtOnce: true);
        await using Stage stage = await Stage.StartAsync("dripping-reply", realTime: time);
        using RawCall dripping = await stage.CallRawAsync(Stage.Target, Stage.Query("rg-01-t"));

        RawReply reply = await dripping.ReadAsync();

        Assert.Equal(reply.Promised, reply.Body.Length);
        IReadOnlyList<TimeSpan> waits = time.Take();
        Assert.True(waits.Count > 20, $"The reply came in {waits.Count} pieces.");
        Assert.Equal(reply.Body.Length / 1000.0, waits.Sum(w => w.TotalSeconds), 0.1);
    }

    [Fact]
    [Sample("rules/slow-array.yaml")]
    public async Task Answers_wait_as_long_as_the_distribution_says_and_as_on_every_run()
    {
        IReadOnlyList<TimeSpan> waits = await WaitsAsync();

        Assert.Equal(100, waits.Count);
        TimeSpan[] sorted = [.. waits.Order()];
        Assert.InRange(sorted[50], TimeSpan.FromMilliseconds(120), TimeSpan.FromMilliseconds(330));
        Assert.InRange(sorted[^2], TimeSpan.FromSeconds(0.8), TimeSpan.FromSeconds(5));
        Assert.Equal(waits, await WaitsAsync());
    }

    [Fact]
    [Sample("rules/odd-bytes.yaml")]
    public async Task A_reply_looks_unusual_and_says_the_same()
    {
        await using Stage stage = await Stage.StartAsync("odd-bytes");
        using RawCall odd = await stage.CallRawAsync(Stage.Target, Stage.Query("rg-01-t"));

        RawReply reply = await odd.ReadAsync();

        Assert.Contains("Transfer-Encoding: chunked", reply.Head, StringComparison.Ordinal);
        Assert.Null(reply.Promised);
        Assert.DoesNotContain("soapenv:", Encoding.UTF8.GetString(reply.Body), StringComparison.Ordinal);
        TargetGroupInfo group = Assert.IsType<TargetGroupInfo>(await stage.Sms.GroupAsync(Stage.Target, Stage.AtB("rg-01-t")));
        Assert.Equal(("TARGET", null), (group.State, group.Devices));
    }

    [Fact]
    [Sample("rules/proxy-503.yaml")]
    public async Task Three_calls_get_a_status_that_no_service_gave()
    {
        await using Stage stage = await Stage.StartAsync("proxy-503");
        for (int i = 0; i < 3; i++)
        {
            using HttpResponseMessage reply = await stage.Soap.SendAsync(Stage.Target, Stage.Query("rg-01-t"));
            Assert.Equal(
                (HttpStatusCode.ServiceUnavailable, ""),
                (reply.StatusCode, await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }

        await stage.Sms.GroupAsync(Stage.Target, Stage.AtB("rg-01-t"));
    }

    private static async Task<IReadOnlyList<TimeSpan>> WaitsAsync()
    {
        RecordedTime time = new(endsAtOnce: true);
        await using Stage stage = await Stage.StartAsync("slow-array", realTime: time);
        for (int i = 0; i < 100; i++)
        {
            await stage.Sms.GroupAsync(Stage.Target, Stage.AtB("rg-01-t"));
        }

        return time.Take();
    }
}
