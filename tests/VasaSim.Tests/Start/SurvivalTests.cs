using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using VasaSim.Server.Tests;
using VasaSim.Tests.Support;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Json;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Tests.Start;

/// <summary>What a client was told is still so after the program was killed in the middle of its work.</summary>
public class SurvivalTests
{
    private const int Clients = 8;
    private const int Acknowledged = 200;

    // Together no more than the tasks that are remembered, or a replica query tells one by one, however late the kill comes.
    private const int MostOfAClient = 100;
    private static readonly ManagedObjectReference _provider = new("VasaProvider", "vasaProvider-3");
    private static readonly ManagedObjectReference _manager = new("SmsStorageManager", "storageManager");
    private static readonly string[] _groups = ["rg-01-t", "rg-02-t", "rg-06-t"];

    [Theory]
    [InlineData("normal")]
    [InlineData("full")]
    public async Task Every_acknowledged_task_and_replica_survives_a_kill(string durability)
    {
        using MortalProgram program = new("--durability", durability);
        ConcurrentBag<Told> told = [];
        ReadyLine ready = await program.StartAsync();
        await program.KillAmidAsync(Clients, n => SyncUntilCutAsync(ready.Sms, _groups[n % _groups.Length], told), () => told.Count >= Acknowledged);

        using HttpClient http = new() { BaseAddress = (await program.StartAsync()).Sms };
        SoapClient client = await LogInAsync(http);
        Dictionary<string, HashSet<string>> replicas = [];
        foreach (string group in _groups)
        {
            replicas[group] = await ReplicasAsync(client, group);
        }

        foreach (Told one in told)
        {
            SmsTaskInfo task = await client.ResultAsync<SmsTaskInfo>(one.Task, new QuerySmsTaskInfoRequest());
            Assert.Equal(("success", one.Task.Value), (task.State, task.Key));
            Assert.Contains(one.Replica, replicas[one.Group]);
        }
    }

    [Fact]
    public async Task What_became_of_providers_and_arrays_survives_a_kill()
    {
        using MortalProgram program = new("--clock", "frozen");
        ReadyLine ready = await program.StartAsync();
        using HttpClient http = new() { BaseAddress = ready.Sms };
        SoapClient client = await LogInAsync(http);
        using HttpClient control = new() { BaseAddress = ready.Control };
        await PatchAsync(control, "luns/a1-l1", """{"usedInMB":1048576}""");
        await PatchAsync(control, "endpoints/vasaProvider-1", """{"failSync":true}""");
        string pem = (string)JsonNode.Parse(await control.GetStringAsync("/_sim/v1/endpoints/array-f1", TestContext.Current.CancellationToken))!["certificate"]!["pem"]!;
        await client.ResultAsync<ManagedObjectReference>(_manager, new RegisterProviderRequest
        {
            ProviderSpec = new VasaProviderSpec
            {
                Name = "new", Username = "vasa", Password = "VasaSim!1", Certificate = pem, Url = "https://array-f1.sim.local:8084/version.xml",
            },
        });
        await client.ResultAsync<ManagedObjectReference>(_provider, new VasaProviderRefreshCertificateRequest());
        await client.ResultAsync<ManagedObjectReference>(new("VasaProvider", "vasaProvider-1"), new VasaProviderSyncRequest());
        string before = await PictureAsync(client);
        await program.KillAsync();

        using HttpClient after = new() { BaseAddress = (await program.StartAsync()).Sms };
        Assert.Equal(before, await PictureAsync(await LogInAsync(after)));
    }

    // All that clients can see of providers, arrays, alarms and the tasks that there were.
    private static async Task<string> PictureAsync(SoapClient client)
    {
        ArrayBufferWriter<byte> picture = new();
        async Task AddAsync(ManagedObjectReference target, Request request) => JsonResponseWriter.WriteResult(
            picture, request.Operation, (await client.CallAsync(target, request)).Result, client.Version);
        foreach (ManagedObjectReference provider in await client.ResultAsync<IReadOnlyList<ManagedObjectReference>>(_manager, new QueryProviderRequest()))
        {
            await AddAsync(provider, new QueryProviderInfoRequest());
            await AddAsync(provider, new QueryActiveAlarmRequest());
        }

        await AddAsync(_manager, new QueryArrayRequest());
        await AddAsync(_manager, new QueryLunAssociatedWithArrayRequest { ArrayId = "com.sim.array:a1" });
        await AddAsync(_manager, new QueryStorageContainerRequest());
        foreach (int task in (int[])[1, 2, 3])
        {
            await AddAsync(new("SmsTask", $"smsTask-{task}"), new QuerySmsTaskInfoRequest());
        }

        string text = System.Text.Encoding.UTF8.GetString(picture.WrittenSpan);
        foreach (string seen in (string[])["\"new\"", "syncError", "ProviderSyncFailed", "sim.alarm.thin.hard", "vasaProvider-7"])
        {
            Assert.Contains(seen, text, StringComparison.Ordinal);
        }

        return text;
    }

    private static async Task PatchAsync(HttpClient control, string path, string json)
    {
        using StringContent body = new(json, System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await control.PatchAsync("/_sim/v1/" + path, body, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private static async Task SyncUntilCutAsync(Uri server, string group, ConcurrentBag<Told> told)
    {
        using HttpClient http = new() { BaseAddress = server };
        SoapClient client = await LogInAsync(http);
        await MortalProgram.UntilCutAsync(MostOfAClient, async () =>
        {
            ManagedObjectReference task = await client.ResultAsync<ManagedObjectReference>(
                _provider, new SyncReplicationGroupRequest { GroupId = [Id(group)], PitName = "stream" });
            SmsTaskInfo info = await client.ResultAsync<SmsTaskInfo>(task, new QuerySmsTaskInfoRequest());
            SyncReplicationGroupSuccessResult result = Assert.IsType<SyncReplicationGroupSuccessResult>(((VmodlArray)info.Result!).Items[0]);
            told.Add(new Told(task, group, result.PitId!.Id));
        });
    }

    private static async Task<SoapClient> LogInAsync(HttpClient http)
    {
        SoapClient client = new(http);
        using HttpResponseMessage response = await client.SendAsync(
            new ManagedObjectReference("SessionManager", "SessionManager"),
            new LoginRequest { UserName = "administrator@sim.local", Password = "VasaSim!1" });
        client.Session = response.Headers.GetValues("Set-Cookie").Single().Split('"')[1];
        return client;
    }

    private static async Task<HashSet<string>> ReplicasAsync(SoapClient client, string group)
    {
        IReadOnlyList<GroupOperationResult> results = await client.ResultAsync<IReadOnlyList<GroupOperationResult>>(
            _provider,
            new QueryPointInTimeReplicaRequest { GroupId = [Id(group)], QueryParam = new QueryPointInTimeReplicaParam { PitName = "stream" } });
        return [.. Assert.IsType<QueryPointInTimeReplicaSuccessResult>(results[0]).ReplicaInfo!.Select(r => r.Id.Id)];
    }

    private static ReplicationGroupId Id(string group) => new()
    {
        FaultDomainId = new FaultDomainId { Id = "fd-b1" },
        DeviceGroupId = new DeviceGroupId { Id = group },
    };

    private sealed record Told(ManagedObjectReference Task, string Group, string Replica);
}
