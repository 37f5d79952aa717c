namespace VasaSim.Server.Tests.Faces.Vcda;

/// <summary>Media types and versions.</summary>
public sealed class NegotiationTests
{
    private const string Plain = "application/json;charset=UTF-8";

    [Theory]
    [InlineData(null, Plain)]
    [InlineData("*/*", Plain)]
    [InlineData("application/json", Plain)]
    [InlineData("application/json;charset=UTF-8", Plain)]
    [InlineData("application/*, text/html", Plain)]
    [InlineData("application/vnd.vmware.h4-v4.5+json;charset=UTF-8", "application/vnd.vmware.h4-v4.5+json;charset=UTF-8")]
    [InlineData("application/vnd.vmware.h4-v1+json", "application/vnd.vmware.h4-v1+json;charset=UTF-8")]
    [InlineData("application/vnd.vmware.h4-v3.5+json;charset=UTF-8", "application/vnd.vmware.h4-v3.5+json;charset=UTF-8")]
    [InlineData("application/json;q=0.5, application/vnd.vmware.h4-v4+json", "application/vnd.vmware.h4-v4+json;charset=UTF-8")]
    [InlineData("application/vnd.vmware.h4-v4.7+json, application/json;q=0.1", Plain)]
    public async Task What_is_accepted_is_answered_and_accepted_again(string? accept, string answered)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        using VcdaClient client = await new VcdaClient(simulator).AsProviderAsync();

        VcdaReply reply = await client.SendAsync("GET", "/sessions", null, accept);

        Assert.Equal((200, answered), (reply.Status, reply.ContentType));
        Assert.Equal(answered, (await client.SendAsync("GET", "/sessions", null, answered)).ContentType);
        VcdaReply error = await client.SendAsync("GET", "/tasks/none", null, accept);
        Assert.Equal(answered == Plain ? "application/vnd.vmware.h4-v4.5+json;charset=UTF-8" : answered, error.ContentType);
    }

    [Theory]
    [InlineData("application/vnd.vmware.h4-v4.7+json")]
    [InlineData("application/vnd.vmware.h4-v5+json")]
    [InlineData("application/vnd.vmware.h4-vx+json")]
    [InlineData("application/vnd.vmware.h4-v0+json")]
    [InlineData("text/xml")]
    [InlineData("application/json;q=0")]
    public async Task What_is_not_served_is_not_acceptable(string accept)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        using VcdaClient client = await new VcdaClient(simulator).AsProviderAsync();

        VcdaReply reply = await client.SendAsync("GET", "/sessions", null, accept);

        Assert.Equal((406, "NotAcceptable"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task An_older_version_lacks_what_is_newer()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        string path = $"/vm-replications/{await stage.ReplicateAsync()}";
        using HttpClient http = new() { BaseAddress = stage.Simulator.Host.VcdaUri };
        http.DefaultRequestHeaders.Add("X-VCAV-Auth", stage.Client.Token);

        string oldest = await TextAsync("4");
        string middle = await TextAsync("4.3");
        string newest = await TextAsync("4.5");

        Assert.DoesNotContain("placementPolicy", middle, StringComparison.Ordinal);
        Assert.Contains("\"type\":\"vcd\"", middle, StringComparison.Ordinal);
        Assert.Contains("\"placementPolicy\":null", newest, StringComparison.Ordinal);
        Assert.DoesNotContain("\"owner\"", oldest, StringComparison.Ordinal);
        Assert.DoesNotContain("\"type\":\"vcd\"", oldest, StringComparison.Ordinal);
        Assert.Contains("\"recoveryInfo\":{\"vAppId\":null", oldest, StringComparison.Ordinal);
        Assert.DoesNotContain("destinationCatalogItemId", newest, StringComparison.Ordinal);

        async Task<string> TextAsync(string version)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("Accept", $"application/vnd.vmware.h4-v{version}+json");
            using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Paths_and_methods_that_there_are_not()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        using VcdaClient client = new(simulator);

        VcdaReply nothing = await client.GetAsync("/no/such");
        VcdaReply method = await client.SendAsync("PUT", "//sessions/");

        Assert.Equal((404, "NotFound"), (nothing.Status, nothing.Code));
        Assert.Equal((405, "MethodNotAllowed", "POST, GET, DELETE"), (method.Status, method.Code, method.Allow));
    }
}
