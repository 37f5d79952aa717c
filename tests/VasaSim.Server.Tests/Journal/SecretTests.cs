using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using VasaSim.Server.Journal;
using VasaSim.Server.Sessions;
using VasaSim.Server.Tests.Sms;
using VasaSim.Server.Tests.ViJson;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Journal;

/// <summary>No password and no session id leaves the journal, however it came in.</summary>
public sealed class SecretTests
{
    private const string Password = "VasaSim!1";

    [Fact]
    public async Task Neither_password_nor_session_id_is_anywhere_in_what_the_api_answers()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        List<string> secrets = [Password, "Pr0vider-secret"];

        SoapClient soap = simulator.Client();
        using (HttpResponseMessage login = await soap.SendAsync(
            new("SessionManager", "SessionManager"), new LoginRequest { UserName = "administrator@sim.local", Password = Password }))
        {
            secrets.Add(login.Headers.GetValues("Set-Cookie").Single().Split('"')[1]);
        }

        soap.Session = secrets[^1];
        await soap.ResultAsync<DateTimeOffset>(new("ServiceInstance", "ServiceInstance"), new CurrentTimeRequest());
        await soap.CallAsync(SmsClient.ServiceInstance, new QueryStorageManagerRequest());
        await soap.CallAsync(new("SmsStorageManager", "storageManager"), new RegisterProviderRequest
        {
            ProviderSpec = new VasaProviderSpec { Name = "n", Url = "https://x", Username = "u", Password = secrets[1] },
        });
        await soap.CallAsync(new("SessionManager", "SessionManager"), new LogoutRequest());

        // Over now, and said back in the fault.
        await soap.FaultAsync<InvalidSession>(SmsClient.ServiceInstance, new QueryStorageManagerRequest());

        JsonClient json = await JsonClient.LogInAsync(simulator);
        secrets.Add(json.Session!);
        using HttpResponseMessage query = await json.PostAsync(JsonClient.Sms + "SmsServiceInstance/ServiceInstance/QueryStorageManager");
        using HttpResponseMessage odd = await json.PostAsync(
            $"{JsonClient.Release}SessionManager/SessionManager/Login?session={json.Session}", $$"""{"pass\u0077ord" : "{{Password}}", """);

        using HttpResponseMessage misplaced = await json.PostAsync($"{JsonClient.Release}SessionManager/{json.Session}/Logout");
        using HttpResponseMessage lost = await json.PostAsync($"/{json.Session}");

        JournalClient journal = new(simulator);
        StringBuilder all = new(await journal.TextAsync(JournalClient.Path));
        IReadOnlyList<JsonNode> calls = await journal.ListAsync();
        Assert.Equal(11, calls.Count);
        foreach (JsonNode call in calls)
        {
            foreach (string form in new[] { "", "?as=raw", "?as=curl" })
            {
                all.Append(await journal.TextAsync($"{JournalClient.Path}/{call["number"]}{form}"));
            }
        }

        using HttpRequestMessage agent = new(HttpMethod.Post, JsonClient.Release + "SessionManager/SessionManager/Logout");
        agent.Headers.TryAddWithoutValidation("User-Agent", json.Session);
        using HttpResponseMessage told = await simulator.Http.SendAsync(agent, TestContext.Current.CancellationToken);
        all.Append(await journal.VerifyAsync("""{"match":{"operation":"Logout","client":"x"},"calls":{"atLeast":9}}"""));

        Assert.All(secrets, secret => Assert.DoesNotContain(secret, all.ToString(), StringComparison.Ordinal));
        Assert.Contains("<password>***</password>", all.ToString(), StringComparison.Ordinal);
        Assert.Contains("<vcSessionCookie>***</vcSessionCookie>", all.ToString(), StringComparison.Ordinal);
        Assert.Contains("vmware_soap_session=***; Path=/", all.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a><password>s3cret</password></a>", "<a><password>***</password></a>")]
    [InlineData("<x:password xsi:type='a'>s3cret</x:password><b>1</b>", "<x:password xsi:type='a'>***</x:password><b>1</b>")]
    [InlineData("<password><![CDATA[s3cret]]></password >", "<password>***</password >")]
    [InlineData("<password>s3cret", "<password>***")]
    [InlineData("<password/><b>1</b>", "<password/><b>1</b>")]
    [InlineData("<passwords>1</passwords>", "<passwords>1</passwords>")]
    [InlineData("""{"password":"s3\"cret","b":1}""", """{"password":"***","b":1}""")]
    [InlineData("""{"password": 5}""", """{"password": "***"}""")]
    [InlineData("{\"p\\u0061ssword\":\"s3cret", "{\"p\\u0061ssword\":\"***\"")]
    [InlineData("""{"sessionCookie":"s3cret"}""", """{"sessionCookie":"***"}""")]
    public void Members_that_are_secret_are_masked_in_what_can_be_read_and_in_what_cannot(string text, string masked) =>
        Assert.Equal(masked, Mask().Text(text));

    [Theory]
    [InlineData("utf-16", "<password>sécret</password>")]
    [InlineData("utf-16BE", "<password>sécret</password>")]
    public void Wide_characters_hide_nothing(string encoding, string text)
    {
        byte[] body = Encoding.GetEncoding(encoding).GetBytes(text);

        MaskedMessage masked = MaskedMessage.Of(new RawMessage("POST / HTTP/1.1", [], body), Mask());

        Assert.Equal("<password>***</password>", masked.BodyText);
    }

    [Fact]
    public void Bytes_that_are_no_text_stay_as_they_were()
    {
        byte[] body = [.. Enumerable.Range(1, 255).Select(b => (byte)b)];

        Assert.Equal(body, MaskedMessage.Of(new RawMessage("POST / HTTP/1.1", [], body), Mask()).Body);
    }

    private static SecretMask Mask() => new(new SessionStore(UserDirectory.Default(Password), 42, 1, TimeSpan.Zero, TimeProvider.System));
}
