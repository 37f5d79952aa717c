using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Tests.Twin;

/// <content>The service itself, its providers and fault domains.</content>
public static partial class TwinCases
{
    private static IEnumerable<TwinCase> Service() =>
    [
        new("found", SmsClient.ServiceInstance, new QueryStorageManagerRequest()),
        new("found", SmsClient.ServiceInstance, new QuerySessionManagerRequest()),
        new("found", SmsClient.ServiceInstance, new QueryAboutInfoRequest()),
        new("unknown object", new ManagedObjectReference("SmsServiceInstance", "none"), new QueryAboutInfoRequest()) { Fault = "ManagedObjectNotFound" },
        new("method of another type", _manager, new QueryAboutInfoRequest()) { Fault = "MethodNotFound" },
        new("all", _manager, new QueryProviderRequest()),
        new("active", _active, new QueryProviderInfoRequest()),
        new("by its base type", new ManagedObjectReference("SmsProvider", "vasaProvider-3"), new QueryProviderInfoRequest()),
        new("offline", _offline, new QueryProviderInfoRequest()),
        new("disconnected", SmsClient.Provider(6), new QueryProviderInfoRequest()),
        new("all", _manager, new QueryFaultDomainRequest()),
        new("of a provider", _manager, new QueryFaultDomainRequest { Filter = new FaultDomainFilter { ProviderId = "8365ab7f-0000-4000-8000-0000000000b1" } }),
        new("of an unknown provider", _manager, new QueryFaultDomainRequest { Filter = new FaultDomainFilter { ProviderId = "none" } }) { Fault = "NotFound" },
    ];
}
