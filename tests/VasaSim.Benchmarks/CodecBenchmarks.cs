using System.Buffers;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Soap;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Benchmarks;

/// <summary>Reading requests and writing replies: time and allocated bytes of the SOAP codec alone.</summary>
[MemoryDiagnoser]
public class CodecBenchmarks : IDisposable
{
    private static readonly ApiVersion _version = ApiVersion.Parse("8.0.3.0");
    private readonly SoapRequestReader _reader = new(new MessageLimits());
    private readonly ArrayBufferWriter<byte> _output = new(1 << 20);
    private readonly OperationInfo _queryGroup = Contracts.Sms.FindOperation("QueryReplicationGroup")!;
    private readonly OperationInfo _queryReplica = Contracts.Sms.FindOperation("QueryPointInTimeReplica")!;
    private byte[] _sync = [];
    private GroupOperationResult[] _group = [];
    private GroupOperationResult[] _replicas = [];

    [GlobalSetup]
    public void Setup()
    {
        ArrayBufferWriter<byte> request = new();
        SoapRequestWriter.Write(
            request,
            new ManagedObjectReference("VasaProvider", "vasaProvider-3"),
            new SyncReplicationGroupRequest { GroupId = [Id("rg-01-t"), Id("rg-02-t")], PitName = "before the update" },
            _version,
            "0123456789abcdef0123456789abcdef01234567");
        _sync = request.WrittenSpan.ToArray();
        _group =
        [
            new QueryReplicationGroupSuccessResult
            {
                GroupId = Id("rg-01-t"),
                RgInfo = new TargetGroupInfo
                {
                    GroupId = Id("rg-01-t"),
                    State = "TARGET",
                    SourceInfo = new TargetToSourceInfo { SourceGroupId = Id("rg-01"), ReplicationAgreementDescription = "Async, RPO 60 min" },
                    Devices = [.. Enumerable.Range(0, 5).Select(Device)],
                    IsPromoteCapable = true,
                    Name = "rg-01",
                },
            },
        ];
        _replicas =
        [
            new QueryPointInTimeReplicaSuccessResult
            {
                GroupId = Id("rg-02-t"),
                ReplicaInfo = [.. Enumerable.Range(0, 1000).Select(Replica)],
            },
        ];
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _reader.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public SoapRequest ReadSync() => _reader.Read(_sync, null, Contracts.Sms);

    [Benchmark]
    public int WriteGroup() => Write(_queryGroup, _group);

    [Benchmark]
    public int WriteThousandReplicas() => Write(_queryReplica, _replicas);

    [Benchmark]
    public int WriteFault()
    {
        _output.ResetWrittenCount();
        SoapResponseWriter.WriteFault(_output, Contracts.Sms, new TooMany { MaxBatchSize = 4 }, "Too many entries.", _version);
        return _output.WrittenCount;
    }

    private int Write(OperationInfo operation, object result)
    {
        _output.ResetWrittenCount();
        SoapResponseWriter.WriteResult(_output, operation, result, _version);
        return _output.WrittenCount;
    }

    private static ReplicationGroupId Id(string group) => new()
    {
        FaultDomainId = new FaultDomainId { Id = "fd-b1" },
        DeviceGroupId = new DeviceGroupId { Id = group },
    };

    private static TargetGroupMemberInfo Device(int n) => new()
    {
        ReplicaId = new ReplicaId { Id = string.Create(CultureInfo.InvariantCulture, $"rfc4122.4f0b6a10-11d2-7a00-0001-00000000000{n}") },
        SourceId = new VVolId { Id = string.Create(CultureInfo.InvariantCulture, $"rfc4122.4f0b6a10-11d2-5a00-0001-00000000000{n}") },
        TargetDatastore = new ManagedObjectReference("Datastore", "datastore-61"),
    };

    private static PointInTimeReplicaInfo Replica(int n) => new()
    {
        Id = new PointInTimeReplicaId { Id = string.Create(CultureInfo.InvariantCulture, $"pit-{n}") },
        PitName = "web-20250115-12",
        TimeStamp = new DateTimeOffset(2025, 1, 15, 12, 0, 0, TimeSpan.Zero).AddHours(-n),
        Tags = ["scheduled", "app-consistent"],
    };
}
