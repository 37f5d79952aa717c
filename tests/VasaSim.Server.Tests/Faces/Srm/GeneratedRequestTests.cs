using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using VasaSim.Server.Tests.OpenApi;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>Whatever is asked, the answer is one that the description has: never a crash, never a stack trace, never none.</summary>
public sealed class GeneratedRequestTests
{
    private const int Requests = 1500;
    private const int RequestsPerWorld = 100;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    [Fact]
    public Task Legal_requests_get_answers_of_the_description() => AskAsync(requests => requests.Legal);

    [Fact]
    public Task Mutated_requests_get_answers_of_the_description() => AskAsync(requests => requests.Mutated);

    private static async Task AskAsync(Func<SrmRequests, Gen<GeneratedRequest>> requests)
    {
        await using PlanStage stage = await PlanStage.StartAsync(GroupStage.Slow);
        ReplySchemas schemas = await stage.Client.SchemasAsync();
        using HttpClient http = new() { BaseAddress = stage.Groups.Stage.Simulator.Host.ProductUri, Timeout = _patience };
        int count = 0;
        HashSet<int> statuses = [];

        Prop.ForAll(requests(new SrmRequests(schemas, await KnownAsync(stage))).ToArbitrary(), request =>
        {
            if (count++ % RequestsPerWorld == 0)
            {
                BeginAnewAsync(stage).GetAwaiter().GetResult();
            }

            statuses.Add(AskAsync(http, stage.Client.Session!, request, schemas).GetAwaiter().GetResult());
            if (count % 10 == 0)
            {
                stage.Groups.AdvanceAsync("2s").GetAwaiter().GetResult();
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Requests));

        // The requests are of use: some are answered, some start tasks, some are refused.
        Assert.Superset(new HashSet<int> { 200, 202, 400, 404, 500 }, statuses);
    }

    // The world of before, with the same ids.
    private static async Task BeginAnewAsync(PlanStage stage)
    {
        await stage.Groups.Stage.ControlAsync(HttpMethod.Post, "state/reset");
        await stage.Client.AsAsync();
        await stage.Client.WithRemoteAsync();
        Assert.Equal(stage.Id, await stage.CreateAsync("plan-1", stage.Groups.Id));
    }

    private static async Task<IReadOnlyDictionary<string, string[]>> KnownAsync(PlanStage stage)
    {
        SrmStage servers = stage.Groups.Stage;
        string mappings = $"{stage.Client.Pairing}/srms/{servers.Here}/inventory-mappings";
        string[] kinds = ["folders", "networks", "resources", "storage-policies", "test-networks"];
        List<string> found = [];
        foreach (string kind in kinds)
        {
            found.AddRange(Ids(await stage.Client.GetAsync($"{mappings}/{kind}")));
        }

        string groups = $"{stage.Client.Pairing}/protection-management";
        return new Dictionary<string, string[]>
        {
            ["pairing_id"] = [stage.Client.Pairing.Split('/')[^1]],
            ["srm_id"] = [servers.Here, servers.Peer],
            ["vcenter_id"] = [servers.VcenterHere, stage.Groups.VcenterPeer],
            ["group_id"] = [stage.Groups.Id],
            ["plan_id"] = [stage.Id],
            ["vm_id"] = Ids(await stage.Client.GetAsync($"{stage.Groups.Path}/vms")),
            ["taskId"] = Ids(await stage.Client.GetAsync("/tasks")),
            ["folder_id"] = [$"DrFolder:DrReplicationRootFolder:{servers.Here}", $"DrFolder:DrRecoveryRootFolder:{servers.Here}"],
            ["mapping_id"] = [.. found],
            ["domain_id"] = ["fd-a1", "fd-b1"],
            ["replication_group_id"] = ["rg-01", "rg-01-t", "fd-a1:rg-02"],
            ["datastore_id"] = Ids(await stage.Client.GetAsync($"{mappings}/placeholder-datastores")),
            ["view_mode"] = ["test", "recovery", "cleanup", "reprotect"],
        };

        static string[] Ids(SrmReply reply) => [.. reply.List.Select(i => (string)i!["id"]!)];
    }

    private static async Task<int> AskAsync(HttpClient http, string session, GeneratedRequest request, ReplySchemas schemas)
    {
        using HttpRequestMessage message = new(new HttpMethod(request.Verb), "/api/rest/srm/v2" + request.Path);
        message.Headers.Add("x-dr-session", session);
        if (request.Body.Length > 0)
        {
            message.Content = new ByteArrayContent(request.Body);
            message.Content.Headers.ContentType = MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type) ? type : null;
        }

        using HttpResponseMessage response = await http.SendAsync(message);
        int status = (int)response.StatusCode;
        string body = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        if (status is not (404 or 405) || body.Length > 0)
        {
            Assert.Empty(schemas.Check(request.Template, request.Verb.ToLowerInvariant(), status, body));
        }

        // An internal error is a fault of the API, too, but one that there must be no reason for.
        Assert.False(status == 500 && (string?)JsonNode.Parse(body)!["error_code"] == "dr.fault.InternalError", body);
        return status;
    }
}
