using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using VasaSim.Core.Time;
using VasaSim.Lab;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Rest;
using VasaSim.Server.Faces.Vcda;
using VasaSim.Server.Faces.Vcda.Access;
using VasaSim.Server.Faces.Vcda.Operations;
using VasaSim.Server.Faces.Vcda.Wire;
using VasaSim.Server.Sessions;

namespace VasaSim.Server.Tests.Faces.Vcda;

/// <summary>
/// A simulator with so many replications, each of a machine in a vApp of its own, which are a day old. Its calls are made on
/// the thread of the test, and what they allocate is counted.
/// </summary>
internal sealed class CrowdedClouds : IAsyncDisposable
{
    private readonly RestRoutes<VcdaOperation> _routes = new(VcdaOperations.All);
    private readonly ArrayBufferWriter<byte> _reply = new(1 << 22);
    private readonly Simulator _simulator;
    private readonly VcdaClient _client;

    private CrowdedClouds(Simulator simulator, int count) => (_simulator, _client, Count) = (simulator, new VcdaClient(simulator), count);

    /// <summary>How many replications there are.</summary>
    public int Count { get; }

    /// <summary>Starts it, with three tasks that have ended.</summary>
    public static async Task<CrowdedClouds> StartAsync(int count)
    {
        LabResult lab = LabFile.Parse(LabOf(count), "crowded.yaml");
        Assert.Empty(lab.Problems);
        CrowdedClouds clouds = new(await Simulator.StartAsync(o => o with { Workspace = o.Workspace with { Lab = lab.Lab } }), count);
        await clouds._client.AsProviderAsync("cloud-b");
        await clouds.AdvanceAsync();
        foreach (int at in new[] { 0, 1, count - 1 })
        {
            Assert.Equal("SUCCEEDED", (string?)(await clouds._client.PostAsync($"/vm-replications/{await clouds.IdAsync("vm", at)}/sync"))["state"]);
        }

        return clouds;
    }

    /// <summary>The id of the replication at a place in the list, of a machine or of a vApp.</summary>
    public async Task<string> IdAsync(string of, int at) => (string)(await _client.GetAsync($"/{of}-replications?limit=1&offset={at}")).Items[0]!["id"]!;

    /// <summary>A day passes.</summary>
    /// <returns>The bytes that are allocated meanwhile.</returns>
    public async Task<long> AdvanceAsync()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        ValueTask<(ClockState, DateTimeOffset)> turn = _simulator.Host.Workspace.SetClockAsync(static c => c with { Anchor = c.Anchor + TimeSpan.FromDays(1) });
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        await turn;
        return allocated;
    }

    /// <summary>Asks for something.</summary>
    /// <returns>The bytes that the work on the world and the writing of the reply allocate, and the reply.</returns>
    public async Task<(long Allocated, string Reply)> AskAsync(string url)
    {
        long least = long.MaxValue;
        for (int i = 0; i < 5; i++)
        {
            VcdaCall call = CallOf(url);
            least = Math.Min(least, await _simulator.Host.Workspace.RunAsync(world =>
            {
                _reply.ResetWrittenCount();
                long before = GC.GetAllocatedBytesForCurrentThread();
                Assert.Null(call.Refuse(world));
                Outcome outcome = call.Invoke(world);
                using (Utf8JsonWriter writer = new(_reply))
                {
                    JsonSerializer.Serialize(writer, outcome.Value, VersionedJson.InVersion(call.Operation.Answer!, H4Version.Newest));
                }

                return GC.GetAllocatedBytesForCurrentThread() - before;
            }));
        }

        return (least, Encoding.UTF8.GetString(_reply.WrittenSpan));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _simulator.DisposeAsync();
    }

    private VcdaCall CallOf(string url)
    {
        string[] parts = url.Split('?');
        (IReadOnlyList<VcdaOperation> operations, IReadOnlyDictionary<string, string> path) = _routes.Find(parts[0])!.Value;
        VcdaOperation operation = operations.Single(o => o.Method == "GET");
        DefaultHttpContext http = new();
        http.Request.QueryString = new QueryString(parts.Length > 1 ? $"?{parts[1]}" : "");
        VcdaScope scope = new("cloud-a", () => _simulator.Host.VcdaUri!, null);
        return new VcdaCall(new(http, operation, path, ReadBody.Of(operation, default)), scope, _simulator.Host.Workspace)
        {
            Session = _simulator.Host.Workspace.Sessions.Use(SessionToken.IdOf(_client.Token), SessionRealms.Vcda),
        };
    }

    private static string LabOf(int count) => string.Create(CultureInfo.InvariantCulture, $$"""
        version: 1
        startTime: 2025-01-15T12:00:00Z
        sites: { A: { vcenter: vc-a.sim.local }, B: { vcenter: vc-b.sim.local } }
        clouds:
          cloud-a:
            site: A
            orgs:
              orgA:
                vapps: [ { template: { count: {{count}}, name: "b{n:00000}", vms: [ { name: "b{n:00000}-01", changeRate: 10KB/s } ] } } ]
          cloud-b: { site: B, orgs: { orgB: { vdcs: [ { name: vdc-b1, storageProfiles: [gold-b] } ] } } }
        links: [ { from: cloud-a, to: cloud-b, bandwidth: 50MB/s, lag: 1s } ]
        replications:
          - template: { count: {{count}}, vapp: "cloud-a/orgA/b{n:00000}", to: { site: cloud-b }, rpo: 1h, retention: [ { instances: 3, distance: 60m } ] }
        """);
}
