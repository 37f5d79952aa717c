using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using VasaSim.Tests.Support;

namespace VasaSim.Tests.Control;

public class EndpointTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>
{
    private const string Endpoint = "/_sim/v1/endpoints/array-f1";

    [Fact]
    public async Task The_list_has_every_process_of_the_lab_and_what_is_registered_with_it()
    {
        await simulator.ResetAsync();

        JsonArray endpoints = (await simulator.SendAsync(HttpMethod.Get, "/_sim/v1/endpoints"))["endpoints"]!.AsArray();

        Assert.Equal(14, endpoints.Count);
        Assert.Equal(
            ["vasaProvider-1", "vasaProvider-2", "vasaProvider-3", "vasaProvider-4", "vasaProvider-5", "vasaProvider-6"],
            endpoints.Select(e => (string?)e!["provider"]).OfType<string>());
        Assert.DoesNotContain("VasaSim!1", endpoints.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_is_changed_and_what_is_not_named_stays()
    {
        await simulator.ResetAsync();

        JsonObject changed = await simulator.SendAsync(
            HttpMethod.Patch, Endpoint, """{"reachable":false,"userName":"me","failSync":true,"failUnregister":true,"failRefresh":true,"failRevoke":true,"caFaultCode":7,"caImported":true}""");
        foreach (string flag in (string[])["failSync", "failUnregister", "failRefresh", "failRevoke", "caImported"])
        {
            Assert.True((bool)changed[flag]!, flag);
        }

        Assert.Equal((7, "me", false), ((int)changed["caFaultCode"]!, (string?)changed["userName"], (bool)changed["reachable"]!));
        JsonObject issued = await simulator.SendAsync(HttpMethod.Patch, Endpoint, """{"caFaultCode":null}""");
        Assert.Null(issued["caFaultCode"]);
        Assert.True((bool)issued["failSync"]!);
    }

    [Fact]
    public async Task A_new_certificate_begins_now_and_is_a_real_one()
    {
        await simulator.ResetAsync();
        string old = (string)(await simulator.SendAsync(HttpMethod.Get, Endpoint))["certificate"]!["pem"]!;

        JsonObject changed = await simulator.SendAsync(HttpMethod.Patch, Endpoint, """{"certificate":{"validFor":"30d","host":"10.0.0.7"}}""");

        JsonNode certificate = changed["certificate"]!;
        Assert.NotEqual(old, (string?)certificate["pem"]);
        using X509Certificate2 read = X509Certificate2.CreateFromPem((string)certificate["pem"]!);
        Assert.Equal(new DateTime(2025, 1, 15, 12, 0, 0, DateTimeKind.Utc), read.NotBefore.ToUniversalTime());
        Assert.Equal(new DateTime(2025, 2, 14, 12, 0, 0, DateTimeKind.Utc), read.NotAfter.ToUniversalTime());
        Assert.Equal("CN=10.0.0.7", read.Subject);
        X509SubjectAlternativeNameExtension names = read.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single();
        Assert.Equal([IPAddress.Parse("10.0.0.7")], names.EnumerateIPAddresses());
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_body_is_told_and_nothing_is_changed()
    {
        await simulator.ResetAsync();

        JsonObject problem = await simulator.RefusedAsync(
            HttpStatusCode.BadRequest,
            HttpMethod.Patch,
            Endpoint,
            """{"reachable":"no","password":7,"caFaultCode":"x","certificate":{"validFor":"-1d","hosts":"x"},"reachible":true}""");

        Assert.Equal(
            ["/reachable", "/password", "/caFaultCode", "/certificate/validFor", "/certificate/hosts", "/reachible"],
            problem["errors"]!.AsArray().Select(e => (string?)e!["pointer"]));
        await simulator.RefusedAsync(HttpStatusCode.BadRequest, HttpMethod.Patch, Endpoint, """{"certificate":"new"}""");
        Assert.True((bool)(await simulator.SendAsync(HttpMethod.Get, Endpoint))["reachable"]!);
    }

    [Fact]
    public async Task An_unknown_process_is_not_found_and_those_there_are_are_named()
    {
        JsonObject problem = await simulator.RefusedAsync(HttpStatusCode.NotFound, HttpMethod.Patch, "/_sim/v1/endpoints/none", "{}");

        Assert.Contains("array-f1", problem["legal"]!.AsArray().Select(l => (string?)l));
    }

    [Fact]
    public async Task A_silent_provider_is_offline_when_the_service_polls_and_online_again_when_it_is_back()
    {
        await simulator.ResetAsync();
        const string provider = "/_sim/v1/providers/vasaProvider-1";

        await simulator.SendAsync(HttpMethod.Patch, "/_sim/v1/endpoints/vasaProvider-1", """{"reachable":false}""");
        Assert.Equal("online", (string?)(await simulator.SendAsync(HttpMethod.Get, provider))["status"]);
        await simulator.SendAsync(HttpMethod.Post, "/_sim/v1/clock/advance", """{"by":"10s"}""");
        JsonObject offline = await simulator.SendAsync(HttpMethod.Get, provider);
        Assert.Equal(("offline", "2025-01-15T12:00:10.000Z"), ((string?)offline["status"], (string?)offline["statusSince"]));

        await simulator.SendAsync(HttpMethod.Patch, "/_sim/v1/endpoints/vasaProvider-1", """{"reachable":true}""");
        await simulator.SendAsync(HttpMethod.Post, "/_sim/v1/clock/advance", """{"by":"10s"}""");
        Assert.Equal("online", (string?)(await simulator.SendAsync(HttpMethod.Get, provider))["status"]);
    }
}
