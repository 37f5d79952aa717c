using System.Collections.Concurrent;
using VasaSim.Server.Tests;
using VasaSim.Tests.Support;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Tests.Start;

/// <summary>What a client was told is still so after the program was killed in the middle of its work.</summary>
public class SurvivalTests
{
    private const int Clients = 8;
    private const int Acknowledged = 200;
    private static readonly ManagedObjectReference _provider = new("VasaProvider", "vasaProvider-3");
    private static readonly string[] _groups = ["rg-01-t", "rg-02-t", "rg-06-t"];

    [Theory]
    [InlineData("normal")]
    [InlineData("full")]
    public async Task Every_acknowledged_task_and_replica_survives_a_kill(string durability)
    {
        using TempDirectory data = new();
        string[] arguments = ["--data", data.Path, "--tls", "off", "--tasks", "instant", "--durability", durability];
        ConcurrentBag<Told> told = [];
        using (ProgramProcess program = ProgramProcess.Start(arguments))
        {
            ReadyLine ready = await program.ReadyAsync();
            Task[] streams = [.. Enumerable.Range(0, Clients).Select(n => SyncUntilCutAsync(ready.Sms, _groups[n % _groups.Length], told))];
            while (told.Count < Acknowledged)
            {
                Assert.DoesNotContain(streams, s => s.IsFaulted);
                await Task.Yield();
            }

            await program.KillAsync();
            await Task.WhenAll(streams);
        }

        using ProgramProcess again = ProgramProcess.Start(arguments);
        using HttpClient http = new() { BaseAddress = (await again.ReadyAsync()).Sms };
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

    private static async Task SyncUntilCutAsync(Uri server, string group, ConcurrentBag<Told> told)
    {
        using HttpClient http = new() { BaseAddress = server };
        SoapClient client = await LogInAsync(http);
        try
        {
            while (true)
            {
                ManagedObjectReference task = await client.ResultAsync<ManagedObjectReference>(
                    _provider, new SyncReplicationGroupRequest { GroupId = [Id(group)], PitName = "stream" });
                SmsTaskInfo info = await client.ResultAsync<SmsTaskInfo>(task, new QuerySmsTaskInfoRequest());
                SyncReplicationGroupSuccessResult result = Assert.IsType<SyncReplicationGroupSuccessResult>(((VmodlArray)info.Result!).Items[0]);
                told.Add(new Told(task, group, result.PitId!.Id));
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // The program is gone; what was not acknowledged may be gone with it.
        }
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
