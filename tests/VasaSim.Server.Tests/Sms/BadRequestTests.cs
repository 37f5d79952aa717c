using System.Net;
using System.Text;
using System.Xml.Linq;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Tests.Sms;

/// <summary>What cannot be understood gets a clear fault, and the next call works.</summary>
public sealed class BadRequestTests
{
    private const string Envelope = "http://schemas.xmlsoap.org/soap/envelope/";

    [Theory]
    [InlineData("this is no XML", "InvalidRequest")]
    [InlineData("<a><b></a>", "InvalidRequest")]
    [InlineData("", "InvalidRequest")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>", "InvalidRequest")]
    [InlineData("BODY:<QueryProvider xmlns=\"urn:sms\"/>", "InvalidRequest")]
    [InlineData("BODY:", "InvalidRequest")]
    [InlineData("BODY:<PromoteReplicationGroup_Task xmlns=\"urn:sms\"><_this type=\"VasaProvider\">vasaProvider-3</_this><promoteParam xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"NoSuchType\"/></PromoteReplicationGroup_Task>", "InvalidType")]
    [InlineData("BODY:<QueryProviderInfo xmlns=\"urn:sms\"><_this type=\"VasaProvider\">vasaProvider-77</_this></QueryProviderInfo>", "ManagedObjectNotFound")]
    [InlineData("BODY:<QueryProviderInfo xmlns=\"urn:sms\"><_this type=\"Nonsense\">vasaProvider-3</_this></QueryProviderInfo>", "ManagedObjectNotFound")]
    [InlineData("BODY:<MakeCoffee xmlns=\"urn:sms\"><_this type=\"VasaProvider\">vasaProvider-3</_this></MakeCoffee>", "MethodNotFound")]
    [InlineData("BODY:<QueryProvider xmlns=\"urn:sms\"><_this type=\"VasaProvider\">vasaProvider-3</_this></QueryProvider>", "MethodNotFound")]
    public async Task It_is_a_clear_fault_and_the_next_call_works(string body, string fault)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        SmsClient client = SmsClient.LogIn(simulator);

        using HttpResponseMessage response = await PostAsync(simulator, Wrap(body, client.Soap.Session!));

        XElement found = await FaultOf(response);
        Assert.Equal(fault + "Fault", found.Element("detail")!.Elements().Single().Name.LocalName);
        Assert.False(string.IsNullOrWhiteSpace(found.Element("faultstring")!.Value));
        await client.Soap.ResultAsync<ManagedObjectReference>(SmsClient.ServiceInstance, new QueryStorageManagerRequest());
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using Simulator simulator = await Simulator.StartAsync(o => o with { Limits = o.Limits with { MaxBodyBytes = 10_000 } });
        SmsClient client = SmsClient.LogIn(simulator);
        string large = Wrap($"BODY:<!--{new string('x', 50_000)}-->", client.Soap.Session!);

        foreach (bool chunked in new[] { false, true })
        {
            using HttpResponseMessage response = await PostAsync(simulator, large, chunked);
            Assert.Contains("10000 bytes", (await FaultOf(response)).Element("faultstring")!.Value, StringComparison.Ordinal);
            await client.Soap.ResultAsync<ManagedObjectReference>(SmsClient.ServiceInstance, new QueryStorageManagerRequest());
        }
    }

    [Fact]
    public async Task Another_verb_is_not_allowed()
    {
        await using Simulator simulator = await Simulator.StartAsync();

        using HttpResponseMessage response = await simulator.Http.GetAsync(new Uri("/sms/sdk", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("POST", response.Content.Headers.Allow);
    }

    [Fact]
    public async Task The_product_port_shows_no_sign_of_a_simulator()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        SmsClient client = SmsClient.LogIn(simulator);

        using HttpResponseMessage response = await client.Soap.SendAsync(SmsClient.ServiceInstance, new QueryStorageManagerRequest());

        Assert.Equal(["Date"], response.Headers.Select(h => h.Key));
        Assert.DoesNotContain("sim", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_older_caller_is_told_only_what_it_knows()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        SmsClient client = SmsClient.LogIn(simulator);
        QueryReplicationGroupRequest request = new() { GroupId = [SmsClient.Group("fd-b1", "rg-01-t")] };

        client.Soap.Version = ApiVersion.Parse("8.0.1.0");
        using HttpResponseMessage old = await client.Soap.SendAsync(SmsClient.Provider(3), request);
        client.Soap.Version = ApiVersion.Parse("8.0.2.0");
        using HttpResponseMessage known = await client.Soap.SendAsync(SmsClient.Provider(3), request);

        Assert.DoesNotContain("<name>", await old.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("<name>", await known.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static string Wrap(string body, string session) => body.StartsWith("BODY:", StringComparison.Ordinal)
        ? $"<e:Envelope xmlns:e=\"{Envelope}\"><e:Header><vcSessionCookie>{session}</vcSessionCookie></e:Header><e:Body>{body[5..]}</e:Body></e:Envelope>"
        : body;

    private static Task<HttpResponseMessage> PostAsync(Simulator simulator, string body, bool chunked = false)
    {
        HttpRequestMessage message = new(HttpMethod.Post, "/sms/sdk") { Content = new StringContent(body, Encoding.UTF8, "text/xml") };
        message.Headers.TransferEncodingChunked = chunked;
        return simulator.Http.SendAsync(message, TestContext.Current.CancellationToken);
    }

    private static async Task<XElement> FaultOf(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("text/xml", response.Content.Headers.ContentType!.MediaType);
        XDocument document = XDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        XNamespace soap = Envelope;
        return document.Root!.Element(soap + "Body")!.Element(soap + "Fault")!;
    }
}
