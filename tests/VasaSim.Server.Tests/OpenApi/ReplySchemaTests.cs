using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using VasaSim.Vmodl;
using VasaSim.Vmodl.OpenApi;

namespace VasaSim.Server.Tests.OpenApi;

/// <summary>The document itself, and that it would notice wrong replies.</summary>
public sealed class ReplySchemaTests
{
    private const string Task = "/sms/SmsTask/{moId}/QuerySmsTaskInfo";
    private const string Info = """{"_typeName":"SmsTaskInfo","key":"k","task":{"_typeName":"ManagedObjectReference","type":"SmsTask","value":"k"},"state":"success"}""";

    public static TheoryData<string> Releases => ["8.0.1.0", "8.0.2.0", "8.0.3.0"];

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task The_document_is_openapi(string release)
    {
        using MemoryStream stream = new(OpenApiWriter.Write(ApiVersion.Parse(release)));

        ReadResult result = await OpenApiDocument.LoadAsync(stream, "json", null, TestContext.Current.CancellationToken);

        Assert.Empty(result.Diagnostic!.Errors);
        Assert.Equal(release, result.Document!.Info.Version);
    }

    [Fact]
    public void Every_method_and_property_has_its_path()
    {
        JsonObject paths = ReplySchemas.Newest.Document["paths"]!.AsObject();

        Assert.All(
            Contracts.Sms.Operations.Where(o => o.Since <= ApiVersion.Parse("8.0.3.0")),
            o => Assert.NotNull(paths[$"/sms/{o.Owner.Name}/{{moId}}/{o.Name}"]?["post"]));
        Assert.All(
            Contracts.Vim.Operations.Where(o => o.Since <= ApiVersion.Parse("8.0.3.0")),
            o => Assert.Equal(!o.Undocumented, paths[$"/{o.Owner.Name}/{{moId}}/{o.Name}"]?["post"] is not null));
        Assert.All(
            Contracts.Vim.ManagedObjects.SelectMany(t => t.Properties.Select(p => (Type: t, Property: p))),
            p => Assert.NotNull(paths[$"/{p.Type.Name}/{{moId}}/{p.Property.Name}"]?["get"]));
        Assert.NotNull(paths["/sms/VasaProvider/{moId}/QueryProviderInfo"]);
    }

    [Fact]
    public void An_older_release_lacks_what_is_newer()
    {
        string older = System.Text.Encoding.UTF8.GetString(OpenApiWriter.Write(ApiVersion.Parse("8.0.2.0")));
        string newest = System.Text.Encoding.UTF8.GetString(OpenApiWriter.Write(ApiVersion.Parse("8.0.3.0")));

        Assert.DoesNotContain("\"stretched\"", older, StringComparison.Ordinal);
        Assert.Contains("\"stretched\"", newest, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task The_server_has_the_document_of_each_release(string release)
    {
        await using Simulator simulator = await Simulator.StartAsync();

        using HttpResponseMessage response = await simulator.Http.GetAsync(
            $"/sdk/vim25/{release}/openapi.json", TestContext.Current.CancellationToken);

        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            OpenApiWriter.Write(ApiVersion.Parse(release)), await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(Info, true)]
    [InlineData("""{"key":"k","task":{"_typeName":"ManagedObjectReference","type":"SmsTask","value":"k"},"state":"success"}""", false)]
    [InlineData("""{"_typeName":"SmsTaskInfo","key":"k","task":{"type":"SmsTask","value":"k"},"state":"success"}""", false)]
    [InlineData("""{"_typeName":"SmsTaskInfo","key":"k","task":{"_typeName":"ManagedObjectReference","type":"SmsTask","value":"k"}}""", false)]
    [InlineData("""{"_typeName":"SmsTaskInfo","key":null,"task":{"_typeName":"ManagedObjectReference","type":"SmsTask","value":"k"},"state":"success"}""", false)]
    public void A_reply_that_is_wrong_is_noticed(string body, bool isRight) =>
        Assert.Equal(isRight, ReplySchemas.Newest.Check(Task, "post", 200, body).Count == 0);

    [Theory]
    [InlineData("\"more\":1", false)]
    [InlineData("\"progress\":50", true)]
    [InlineData("\"progress\":50.5", false)]
    [InlineData("\"progress\":\"50\"", false)]
    [InlineData("\"startTime\":\"2025-01-15T12:00:00Z\"", true)]
    [InlineData("\"startTime\":\"noon\"", false)]
    [InlineData("\"result\":{\"_typeName\":\"string\",\"_value\":\"x\"}", true)]
    [InlineData("\"result\":\"x\"", false)]
    [InlineData("\"result\":{\"_typeName\":\"ArrayOfGroupOperationResult\",\"_value\":[]}", true)]
    [InlineData("\"result\":[]", false)]
    [InlineData("\"result\":{\"_typeName\":\"ArrayOfNothing\",\"_value\":[]}", false)]
    [InlineData("\"error\":{\"_typeName\":\"TooMany\",\"maxBatchSize\":4}", true)]
    [InlineData("\"error\":{\"_typeName\":\"LocalizedMethodFault\",\"fault\":{\"_typeName\":\"TooMany\"}}", false)]
    [InlineData("\"error\":{\"_typeName\":\"SmsTaskInfo\"}", false)]
    public void A_member_that_is_wrong_is_noticed(string member, bool isRight) =>
        Assert.Equal(isRight, ReplySchemas.Newest.Check(Task, "post", 200, Info.Insert(1, member + ",")).Count == 0);

    [Theory]
    [InlineData(500, """{"_typeName":"TooMany","faultstring":"x"}""", true)]
    [InlineData(500, """{"_typeName":"TooMany"}""", false)]
    [InlineData(500, """{"_typeName":"SmsTaskInfo","faultstring":"x"}""", false)]
    [InlineData(500, """{"faultstring":"x"}""", false)]
    [InlineData(200, "[]", false)]
    [InlineData(418, "{}", false)]
    public void A_fault_that_is_wrong_is_noticed(int status, string body, bool isRight) =>
        Assert.Equal(isRight, ReplySchemas.Newest.Check(Task, "post", status, body).Count == 0);
}
