using System.Text.Json.Nodes;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>Pages, filters and order of lists.</summary>
public sealed class ListTests
{
    [Fact]
    public async Task Pages_lead_to_each_other_by_complete_links()
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        string path = $"{stage.Domains}/fd-a1/replication-groups";
        string[] all = Ids(await stage.Client.GetAsync(path));
        Assert.True(all.Length > 4);

        SrmReply page = await stage.Client.GetAsync($"{path}?limit=2&sort_by=id");
        List<string> walked = [.. Ids(page)];
        Assert.Null(page.Meta["links"]!["previous"]);
        Assert.True(page.Meta["links"]!.AsObject().ContainsKey("previous"));
        while ((string?)page.Meta["links"]!["next"]?["href"] is { } next)
        {
            Assert.StartsWith(stage.Simulator.Host.ProductUri.GetLeftPart(UriPartial.Authority), next, StringComparison.Ordinal);
            page = await stage.Client.GetAsync(Below(next));
            Assert.Equal(next, (string?)page.Meta["links"]!["self"]!["href"]);
            walked.AddRange(Ids(page));
        }

        Assert.Equal(all.Order(StringComparer.Ordinal), walked);
        SrmReply before = await stage.Client.GetAsync(Below((string)page.Meta["links"]!["previous"]!["href"]!));
        Assert.Equal(2, before.List.Count);
        Assert.Equal((all.Length, 2), ((int)page.Meta["total"]!, (int)page.Meta["limit"]!));
    }

    [Fact]
    public async Task Without_parameters_a_hundred_are_told_and_nothing_is_around_them()
    {
        await using SrmStage stage = await SrmStage.StartAsync();

        SrmReply page = await stage.Client.GetAsync("/tasks");

        string self = $"{stage.Simulator.Host.ProductUri.GetLeftPart(UriPartial.Authority)}/api/rest/srm/v2/tasks?limit=100&offset=0";
        Assert.Equal(
            """{"list":[],"_meta":{"errors":[],"total":0,"offset":0,"limit":100,"links":{"next":null,"self":{"href":"SELF"},"previous":null}}}""",
            page.Body!.ToJsonString().Replace("\\u0026", "&", StringComparison.Ordinal).Replace(self, "SELF", StringComparison.Ordinal));
        Assert.Equal(404, (await stage.Client.GetAsync("/tasks/none")).Status);
    }

    [Theory]
    [InlineData("filter_property=name&filter=rg-01", "fd-a1:rg-01")]
    [InlineData("filter_property=ID&filter=RG-01&filter=rg-02", "fd-a1:rg-01,fd-a1:rg-02")]
    [InlineData("filter_property=replication_group_info.device_group_id&filter=rg-05", "fd-a1:rg-05-t")]
    [InlineData("filter_property=vm_infos.name&filter=db02", "fd-a1:rg-01")]
    [InlineData("filter_property=vm_infos.template&filter=true", "")]
    [InlineData("filter_property=errors&filter=failed%20over", "fd-a1:rg-04")]
    [InlineData("filter_property=name", null)]
    [InlineData("sort_by=vm_infos.name&order_by=desc&limit=1", "fd-a1:rg-02")]
    [InlineData("sort_by=Name&order_by=descending&limit=1&offset=1", "fd-a1:rg-06")]
    [InlineData("limit=0", "")]
    [InlineData("offset=1000", "")]
    [InlineData("offset=9223372036854775807&limit=9223372036854775807", "")]
    public async Task Lists_are_filtered_sorted_and_cut(string query, string? ids)
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        string path = $"{stage.Domains}/fd-a1/replication-groups";

        SrmReply page = await stage.Client.GetAsync($"{path}?{query}");

        Assert.Equal(200, page.Status);
        Assert.Equal(ids ?? string.Join(',', Ids(await stage.Client.GetAsync(path))), string.Join(',', Ids(page)));
    }

    [Theory]
    [InlineData("filter=x", "'filter' needs 'filter_property'")]
    [InlineData("filter_property=nam&filter=x", "one of id, warnings, errors, name, vm_infos, replication_group_info")]
    [InlineData("filter_property=name.first&filter=x", "no field below that")]
    [InlineData("sort_by=vm_infos.size", "one of id, name, template")]
    [InlineData("order_by=up", "one of asc, ascending, desc, descending")]
    [InlineData("limit=-1", "a whole number from 0")]
    [InlineData("offset=ten", "a whole number from 0")]
    public async Task A_query_that_makes_no_sense_is_told_why(string query, string expected)
    {
        await using SrmStage stage = await SrmStage.StartAsync();

        SrmReply reply = await stage.Client.GetAsync($"{stage.Domains}/fd-a1/replication-groups?{query}");

        Assert.Equal((400, "dr.fault.InvalidArgument"), (reply.Status, reply.Code));
        Assert.Contains(expected, reply.Message, StringComparison.Ordinal);
    }

    private static string[] Ids(SrmReply page) => [.. page.List.Select(i => (string)i!["id"]!)];

    private static string Below(string href) => href[(href.IndexOf("/v2", StringComparison.Ordinal) + 3)..];
}
