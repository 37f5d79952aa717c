using System.Text.Json;
using System.Text.Json.Nodes;
using VasaSim.Server.Faces.Srm;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>In what the versions differ.</summary>
public sealed class VersionTests
{
    [Fact]
    public void The_times_of_tasks_are_texts_in_version_1_and_numbers_in_version_2()
    {
        TaskInfo task = new() { Id = "Task:1:x", Description = "", DescriptionId = "", Status = TaskStatusWord.Running, Progress = 0, QueuedTime = 1760000000000, Result = "group-1" };

        JsonNode first = JsonSerializer.SerializeToNode(task, SrmJson.InVersion(SrmJson.Newest.TaskInfo, SrmVersion.V1))!;
        JsonNode second = JsonSerializer.SerializeToNode(task, SrmJson.InVersion(SrmJson.Newest.TaskInfo, SrmVersion.V2))!;

        Assert.Equal("\"1760000000000\"", first["queued_time"]!.ToJsonString());
        Assert.Equal("1760000000000", second["queued_time"]!.ToJsonString());
        Assert.Equal((null, 0, "RUNNING", "group-1"), (first["start_time"], (int)first["progress"]!, (string?)first["status"], (string?)first["result"]));
    }

    [Fact]
    public async Task Both_versions_answer_alike_with_links_of_their_own()
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        using SrmClient first = await stage.Other("v1").AsAsync();

        JsonNode one = (await first.GetAsync("/pairings")).Body!;
        JsonNode two = (await stage.Client.GetAsync("/pairings")).Body!;

        Assert.Contains("/api/rest/srm/v1/pairings?", one.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(two.ToJsonString(), one.ToJsonString().Replace("/srm/v1/", "/srm/v2/", StringComparison.Ordinal));
        Assert.Equal("1.0.0", (string?)(await first.SchemasAsync()).Document["info"]!["version"]);
    }
}
