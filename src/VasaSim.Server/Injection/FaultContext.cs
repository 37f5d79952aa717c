using System.Text.Json.Nodes;
using VasaSim.Core;
using VasaSim.Core.Certificates;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Faults.Actions;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Sms.Translation;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;
using InactiveProvider = VasaSim.Core.Faults.InactiveProvider;

namespace VasaSim.Server.Injection;

/// <summary>
/// Makes the faults of rules for a call: members that the rule leaves out say what they would say in this world at this
/// moment, such as the mapping of InactiveProvider or the task of SyncOngoing.
/// </summary>
internal sealed class FaultContext(World world, VmodlCall call) : ICallFaults
{
    /// <inheritdoc/>
    public FaultShape AutoOf(string type, bool refusalsByTask) => FaultLegality.AutoOf(call.Operation, FaultFactory.Find(type)!, refusalsByTask);

    /// <inheritdoc/>
    public Outcome Failed(string type, FaultSpec spec, GroupId? group)
    {
        DataTypeInfo fault = FaultFactory.Find(type)!;
        return Outcome.Failed(FaultFactory.Make(fault, FieldsOf(type, spec), m => Otherwise(type, m, group)), TextOf(fault, spec));
    }

    /// <inheritdoc/>
    public ForeignFault Foreign(string type, FaultSpec spec, GroupId? group)
    {
        DataTypeInfo fault = FaultFactory.Find(type)!;
        return new ForeignFault(type, FaultFactory.JsonOf(fault, FieldsOf(type, spec), m => Otherwise(type, m, group)), TextOf(fault, spec));
    }

    /// <inheritdoc/>
    public Outcome TooMany(long? most) => Failed(
        "TooMany", new FaultSpec { Type = "TooMany", Fields = most is { } limit ? new() { ["maxBatchSize"] = limit } : null }, null);

    // Members belong to the one type that is named.
    private static JsonObject? FieldsOf(string type, FaultSpec spec) => spec.Type == type ? spec.Fields : null;

    private static string TextOf(DataTypeInfo fault, FaultSpec spec) => spec.Message ?? FaultFactory.TextOf(fault);

    private JsonNode? Otherwise(string type, MemberInfo member, GroupId? group) => (type, member.Name) switch
    {
        ("SyncOngoing", "task") => SyncOf(group),
        ("InvalidReplicationState", "currentState") => (group is { } id ? world.FindGroup(id) : null)?.State.ToWire() ?? "TARGET",
        ("InactiveProvider", "mapping") => MappingOf(),
        ("InvalidCertificate" or "CertificateNotTrusted", "certificate") => CertificateOf() is { } certificate ? world.Certificates.PemOf(certificate) : null,
        ("InvalidUrl", "url") => RegisteredUrl ?? ProviderOf()?.Url,
        ("InvalidSession", "sessionCookie") => call.SessionId,
        (_, "invalidProperty") => "groupId",
        (_, "privilegeId") => call.Operation?.Privilege,
        (_, "object") => new JsonObject { ["_typeName"] = "ManagedObjectReference", ["type"] = call.Target.Type, ["value"] = call.Target.Value },
        _ => null,
    };

    private string? RegisteredUrl => call.Request is RegisterProviderRequest { ProviderSpec: VasaProviderSpec spec } ? spec.Url : null;

    // That of what is to be registered is shown by its endpoint; it is no provider yet.
    private ProviderCertificate? CertificateOf() => RegisteredUrl is { } url
        ? world.Endpoints.FirstOrDefault(e => e.Url == url)?.Certificate
        : ProviderOf()?.Certificate;

    private string SyncOf(GroupId? group) =>
        (group is { } id ? Core.Replication.ReplicationTasks.WorkingOn(world, id) : null)?.Id ?? $"smsTask-{Math.Max(1, world.Counters.Tasks)}";

    private JsonNode? MappingOf()
    {
        InactiveProvider inactive = ProviderDirectory.Inactive(
            ProviderOf() is { } provider ? ProviderDirectory.DomainsOf(world, provider) : []);
        return inactive.Mapping.Count == 0 ? null : new JsonArray([.. inactive.Mapping.Select(m => new JsonObject
        {
            ["_typeName"] = "FaultDomainProviderMapping",
            ["activeProvider"] = new JsonObject { ["_typeName"] = "ManagedObjectReference", ["type"] = "VasaProvider", ["value"] = m.Provider },
            ["faultDomainId"] = new JsonArray([.. m.FaultDomains.Select(d => new JsonObject { ["_typeName"] = "FaultDomainId", ["id"] = d })]),
        })]);
    }

    private Provider? ProviderOf() => world.FindProvider(call.Target.Value)
        ?? (call.Groups is [{ FaultDomain: { } domain }, ..] ? ProviderDirectory.ActiveFor(world, domain) : null)
        ?? world.Providers.FirstOrDefault();
}
