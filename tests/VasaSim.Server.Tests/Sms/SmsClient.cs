using VasaSim.Server.Sessions;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Sms;

/// <summary>A logged-in client of the Storage Monitoring Service, with the calls that tests make most.</summary>
public sealed class SmsClient
{
    public static readonly ManagedObjectReference ServiceInstance = new("SmsServiceInstance", "ServiceInstance");

    private SmsClient(SoapClient soap) => Soap = soap;

    public SoapClient Soap { get; }

    public static SmsClient LogIn(Simulator simulator, string user = "administrator")
    {
        Session session = simulator.Host.Workspace.Sessions.Login(
            $"{user}@sim.local", "VasaSim!1", Simulator.StartTime, "test", "127.0.0.1", "en_US")!;
        SoapClient soap = simulator.Client();
        soap.Session = session.Id;
        return new SmsClient(soap);
    }

    public static ManagedObjectReference Provider(int number) => new("VasaProvider", $"vasaProvider-{number}");

    public static ReplicationGroupId Group(string domain, string id) => new()
    {
        FaultDomainId = new FaultDomainId { Id = domain },
        DeviceGroupId = new DeviceGroupId { Id = id },
    };

    /// <summary>The result of a task that a call starts and that ends at once.</summary>
    public async Task<IReadOnlyList<GroupOperationResult>> RunAsync(ManagedObjectReference provider, Request request)
    {
        ManagedObjectReference task = await Soap.ResultAsync<ManagedObjectReference>(provider, request);
        SmsTaskInfo info = await Soap.ResultAsync<SmsTaskInfo>(task, new QuerySmsTaskInfoRequest());
        Assert.Equal("success", info.State);
        return [.. ((VmodlArray)info.Result!).Items.Cast<GroupOperationResult>()];
    }

    public async Task<GroupInfo> GroupAsync(ManagedObjectReference provider, ReplicationGroupId id)
    {
        IReadOnlyList<GroupOperationResult> entries = await Soap.ResultAsync<IReadOnlyList<GroupOperationResult>>(
            provider, new QueryReplicationGroupRequest { GroupId = [id] });
        return Assert.IsType<QueryReplicationGroupSuccessResult>(Assert.Single(entries)).RgInfo;
    }

    public async Task<IReadOnlyList<PointInTimeReplicaInfo>> ReplicasAsync(ManagedObjectReference provider, ReplicationGroupId id)
    {
        IReadOnlyList<GroupOperationResult> entries = await Soap.ResultAsync<IReadOnlyList<GroupOperationResult>>(
            provider,
            new QueryPointInTimeReplicaRequest { GroupId = [id], QueryParam = new QueryPointInTimeReplicaParam { PreferDetails = true } });
        return Assert.IsType<QueryPointInTimeReplicaSuccessResult>(Assert.Single(entries)).ReplicaInfo ?? [];
    }
}
