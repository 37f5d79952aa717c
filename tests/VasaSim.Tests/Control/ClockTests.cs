using System.Net;
using System.Text.Json.Nodes;
using VasaSim.Tests.Support;

namespace VasaSim.Tests.Control;

public class ClockTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>
{
    private const string Clock = "/_sim/v1/clock";

    [Fact]
    public async Task A_frozen_clock_stands_still_and_advances_by_what_it_is_told()
    {
        await simulator.ResetAsync();
        Assert.Equal(RunningSimulator.StartTime, (string?)(await simulator.SendAsync(HttpMethod.Get, Clock))["now"]);

        JsonObject advanced = await simulator.SendAsync(HttpMethod.Post, Clock + "/advance", """{"by":"1h30m"}""");

        Assert.Equal("2025-01-15T13:30:00.000Z", (string?)advanced["now"]);
        Assert.Equal("frozen", (string?)advanced["mode"]);
        Assert.True(JsonNode.DeepEquals(advanced, await simulator.SendAsync(HttpMethod.Get, Clock)));
    }

    [Fact]
    public async Task Resume_lets_time_pass_at_a_scale_and_freeze_stops_it()
    {
        await simulator.ResetAsync();

        JsonObject resumed = await simulator.SendAsync(HttpMethod.Post, Clock + "/resume", """{"scale":60}""");
        Assert.Equal("x60", (string?)resumed["mode"]);
        Assert.False((bool)resumed["frozen"]!);

        JsonObject frozen = await simulator.SendAsync(HttpMethod.Post, Clock + "/freeze");
        Assert.Equal("frozen", (string?)frozen["mode"]);
        Assert.Equal(60, (double)frozen["scale"]!);
        Assert.True(JsonNode.DeepEquals(frozen, await simulator.SendAsync(HttpMethod.Get, Clock)));

        JsonObject again = await simulator.SendAsync(HttpMethod.Post, Clock + "/resume", """{"scale":1}""");
        Assert.Equal("real", (string?)again["mode"]);
    }

    [Theory]
    [InlineData("advance", """{"by":"-1h"}""", "/by")]
    [InlineData("advance", """{"by":5}""", "/by")]
    [InlineData("advance", "{}", "/by")]
    [InlineData("advance", "", "/by")]
    [InlineData("resume", """{"scale":0}""", "/scale")]
    [InlineData("resume", """{"scale":"x60"}""", "/scale")]
    [InlineData("resume", """{"scal":60}""", "/scal")]
    [InlineData("freeze", """{"by":"1h"}""", "/by")]
    public async Task What_makes_no_sense_is_refused_with_its_place(string verb, string body, string pointer)
    {
        JsonObject problem = await simulator.RefusedAsync(HttpStatusCode.BadRequest, HttpMethod.Post, $"{Clock}/{verb}", body);

        JsonNode error = Assert.Single(problem["errors"]!.AsArray())!;
        Assert.Equal(pointer, (string?)error["pointer"]);
        Assert.NotEmpty((string)error["legal"]!);
    }

    [Fact]
    public async Task Time_does_not_go_beyond_what_can_be_said()
    {
        await simulator.ResetAsync();
        for (int i = 0; i < 69; i++)
        {
            await simulator.SendAsync(HttpMethod.Post, Clock + "/advance", """{"by":"36500d"}""");
        }

        JsonObject problem = await simulator.RefusedAsync(HttpStatusCode.BadRequest, HttpMethod.Post, Clock + "/advance", """{"by":"36500d"}""");

        Assert.Equal("/by", (string?)problem["errors"]![0]!["pointer"]);
        await simulator.ResetAsync();
    }
}
