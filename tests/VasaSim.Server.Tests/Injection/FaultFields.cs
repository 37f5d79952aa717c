using System.Text.Json.Nodes;
using VasaSim.Vmodl;

namespace VasaSim.Server.Tests.Injection;

/// <summary>What the rules of the catalogue have faults say.</summary>
internal static class FaultFields
{
    private const string Certificate = "-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----\\n";

    private static readonly Dictionary<string, string> _fields = new()
    {
        ["AuthConnectionFailed"] =
            """{"object":{"_typeName":"ManagedObjectReference","type":"Folder","value":"group-d1"},"privilegeId":"StorageViews.View"}""",
        ["CertificateAuthorityFault"] = """{"faultCode":70012}""",
        ["CertificateNotTrusted"] = $$"""{"certificate":"{{Certificate}}"}""",
        ["CertificateRefreshFailed"] = """{"providerId":["8365ab7f-0000-4000-8000-0000000000b1"]}""",
        ["InactiveProvider"] = """
            {"mapping":[{"_typeName":"FaultDomainProviderMapping",
              "activeProvider":{"_typeName":"ManagedObjectReference","type":"VasaProvider","value":"vasaProvider-4"},
              "faultDomainId":[{"_typeName":"FaultDomainId","id":"fd-b1"}]}]}
            """,
        ["InvalidCertificate"] = $$"""{"certificate":"{{Certificate}}"}""",
        ["InvalidReplicationState"] = """{"desiredState":["TARGET","INTEST"],"currentState":"FAILEDOVER"}""",
        ["InvalidSession"] = """
            {"object":{"_typeName":"ManagedObjectReference","type":"Folder","value":"group-d1"},"privilegeId":"StorageViews.View",
             "sessionCookie":"a-session-of-yesterday"}
            """,
        ["InvalidUrl"] = """{"url":"https://array.example:99999/"}""",
        ["MultipleSortSpecsNotSupported"] = """{"invalidProperty":"sortSpec"}""",
        ["NoValidReplica"] = """{"deviceId":{"_typeName":"VVolId","id":"rfc4122.00000000-0000-4000-8000-000000000001"}}""",
        ["ProviderOutOfProvisioningResource"] =
            """{"provisioningResourceId":"pool-1","availableBefore":10737418240,"availableAfter":-1,"total":1099511627776,"isTransient":true}""",
        ["QueryNotSupported"] = """{"invalidProperty":"querySpec","entityType":"vm","relatedEntityType":"datastore"}""",
        ["SmsResourceInUse"] = """{"name":"rg-01","deviceIds":[{"_typeName":"VVolId","id":"rfc4122.00000000-0000-4000-8000-000000000001"}]}""",
        ["SyncOngoing"] = """{"task":"smsTask-9"}""",
        ["TooMany"] = """{"maxBatchSize":4}""",
    };

    /// <summary>The members of a fault as a rule gives them; null for one that has none of its own.</summary>
    public static JsonObject? Of(DataTypeInfo fault) => _fields.TryGetValue(fault.Name, out string? json) ? JsonNode.Parse(json)!.AsObject() : null;
}
