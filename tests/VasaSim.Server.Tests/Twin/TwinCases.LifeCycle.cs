using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Tests.Twin;

/// <content>Registering providers, and what happens to them afterwards.</content>
public static partial class TwinCases
{
    private const string UidA = "8365ab7f-0000-4000-8000-0000000000a1";
    private const string UidB = "8365ab7f-0000-4000-8000-0000000000b1";
    private const string UidC = "8365ab7f-0000-4000-8000-0000000000c1";
    private const string UidD = "8365ab7f-0000-4000-8000-0000000000d4";
    private const string UidE = "8365ab7f-0000-4000-8000-0000000000e1";

    private static IEnumerable<TwinCase> LifeCycle() =>
    [
        .. Registration(),
        new("standby takes over", _manager, Unregister(UidA)),
        new("disconnected", _manager, Unregister(UidE)),
        new("offline", _manager, Unregister(UidC)) { TaskError = "ProviderUnregistrationFault", Within = ["ProviderConnectionFailed"] },
        new("offline, allowed", _manager, Unregister(UidC)) { Knobs = k => k with { AllowOfflineUnregister = true } },
        new("internal", _manager, Unregister(UidD)) { TaskError = "ProviderUnregistrationFault" },
        new("refused", _manager, Unregister(UidB))
            { TaskError = "ProviderUnregistrationFault", Before = Endpoint("vasaProvider-3", """{"failUnregister":true}""") },
        new("unknown", _manager, Unregister("none")) { Fault = "NotFound" },
        new("empty", _manager, Unregister("")) { Fault = "InvalidArgument" },
        new("gone", _target, new QueryProviderInfoRequest()) { Fault = "ManagedObjectNotFound", Before = Call(_manager, Unregister(UidB)) },

        new("all", _active, new VasaProviderSyncRequest()) { Instant = false },
        new("one array", _active, new VasaProviderSyncRequest { ArrayId = ArrayA }),
        new("any array", _filter, new VasaProviderSyncRequest { ArrayId = "none" }),
        new("unknown array", _active, new VasaProviderSyncRequest { ArrayId = "none" }) { Fault = "InvalidArgument" },
        new("one runs", _active, new VasaProviderSyncRequest())
            { Fault = "SyncInProgress", Instant = false, Before = Call(_active, new VasaProviderSyncRequest()) },
        new("fails", _active, new VasaProviderSyncRequest())
            { TaskError = "ProviderSyncFailed", Before = Endpoint("vasaProvider-1", """{"failSync":true}""") },
        new("offline", _offline, new VasaProviderSyncRequest()) { TaskError = "ProviderSyncFailed" },
        new("failed sync", _active, new QueryProviderInfoRequest())
        {
            Within = ["ProviderSyncFailed"],
            Before = Endpoint("vasaProvider-1", """{"failSync":true}""").Then(Call(_active, new VasaProviderSyncRequest())),
        },

        new("connected", _active, new VasaProviderReconnectRequest()),
        new("disconnected", _active, new VasaProviderReconnectRequest())
            { Instant = false, Before = Provider("vasaProvider-1", """{"status":"disconnected"}""") },
        new("certificate expired", _expired, new VasaProviderReconnectRequest()) { TaskError = "InvalidCertificate" },
        new("does not answer", _active, new VasaProviderReconnectRequest())
        {
            TaskError = "ProviderConnectionFailed",
            Before = Provider("vasaProvider-1", """{"status":"disconnected"}""").Then(Endpoint("vasaProvider-1", """{"reachable":false}""")),
        },
        new("too old", _offline, new VasaProviderReconnectRequest()) { Fault = "NotSupported" },

        new("soft limit", _target, new VasaProviderRefreshCertificateRequest()) { Instant = false },
        new("valid", _active, new VasaProviderRefreshCertificateRequest()),
        new("disconnected", _expired, new VasaProviderRefreshCertificateRequest()),
        new("refused", _target, new VasaProviderRefreshCertificateRequest())
            { TaskError = "CertificateRefreshFailed", Before = Endpoint("vasaProvider-3", """{"failRefresh":true}""") },
        new("no certificate issued", _target, new VasaProviderRefreshCertificateRequest())
            { TaskError = "CertificateRefreshFailed", Before = Endpoint("vasaProvider-3", """{"caFaultCode":7}""") },
        new("keeps its own", SmsClient.Provider(7), new VasaProviderRefreshCertificateRequest())
            { TaskError = "CertificateRefreshFailed", Before = Endpoint("array-own-ca", """{"caImported":true}""").Then(Call(_manager, Spec("array-own-ca", null))) },
        new("keeps its own", SmsClient.Provider(7), new VasaProviderRevokeCertificateRequest())
            { TaskError = "CertificateRevocationFailed", Before = Endpoint("array-own-ca", """{"caImported":true}""").Then(Call(_manager, Spec("array-own-ca", null))) },
        new("silent", _active, new VasaProviderSyncRequest())
            { TaskError = "ProviderSyncFailed", Before = Endpoint("vasaProvider-1", """{"reachable":false}""") },
        new("refreshed", _target, new QueryProviderInfoRequest()) { Before = Call(_target, new VasaProviderRefreshCertificateRequest()) },

        new("revoked", _target, new VasaProviderRevokeCertificateRequest()) { Instant = false },
        new("refused", _target, new VasaProviderRevokeCertificateRequest())
            { TaskError = "CertificateRevocationFailed", Before = Endpoint("vasaProvider-3", """{"failRevoke":true}""") },
        new("offline", _offline, new VasaProviderRevokeCertificateRequest()) { TaskError = "CertificateRevocationFailed" },

        new("named", _manager, Trust(UidA, UidB)) { Instant = false },
        new("all, of which two cannot be reached", _manager, Trust()) { TaskError = "CertificateRefreshFailed" },
        new("one refuses", _manager, Trust(UidA, UidB))
            { TaskError = "CertificateRefreshFailed", Before = Endpoint("vasaProvider-3", """{"failRefresh":true}""") },
        new("unknown", _manager, Trust(UidA, "none")) { Fault = "NotFound" },
        new("empty", _manager, Trust("")) { Fault = "InvalidArgument" },
    ];

    private static IEnumerable<TwinCase> Registration() =>
    [
        Registers("trusted", "array-f1", null) with { Request = Spec("array-f1", TrustedF1), Instant = false },
        Registers("not trusted", "array-f1", "CertificateNotTrusted"),
        Registers("another is trusted", "array-f1", "CertificateNotTrusted") with { Request = Spec("array-f1", "-----BEGIN") },
        Registers("wrong password", "array-f1", "IncorrectUsernamePassword") with { Request = Spec("array-f1", TrustedF1, password: "wrong") },
        Registers("wrong user", "array-f1", "IncorrectUsernamePassword") with { Request = Spec("array-f1", TrustedF1, user: "nobody") },
        Registers("wrong host", "array-wrong-host", "InvalidCertificate"),
        Registers("expired", "array-expired", "InvalidCertificate"),
        Registers("not yet valid", "array-not-yet-valid", "InvalidCertificate"),
        Registers("malformed", "array-malformed", "InvalidCertificate"),
        Registers("unreachable", "array-unreachable", "ProviderRegistrationFault") with { Within = ["ProviderConnectionFailed"] },
        Registers("nobody there", "nowhere", "ProviderRegistrationFault") with { Within = ["ProviderConnectionFailed"] },
        Registers("own authority", "array-own-ca", "CertificateNotTrusted"),
        Registers("root not imported", "array-own-ca", "CertificateNotImported") with { Request = Spec("array-own-ca", TrustedOwn) },
        Registers("root imported", "array-own-ca", null) with { Before = Endpoint("array-own-ca", """{"caImported":true}""") },
        Registers("no certificate issued", "array-refused", "CertificateAuthorityFault") with { Request = Spec("array-refused", TrustedRefused) },
        Registers("registered already", "array-b1", "AlreadyExists"),
        Registers("no https", "array-f1", "InvalidUrl") with { Request = Spec("array-f1", null, url: "ftp:/x") },
        Registers("sync fails", "array-f1", null) with
            { Request = Spec("array-f1", TrustedF1), Before = Endpoint("array-f1", """{"failSync":true}""") },
        Registers("no name", "array-f1", null) with { Fault = "InvalidArgument", Request = Spec("array-f1", null, name: "") },
        Registers("long name", "array-f1", null) with { Fault = "InvalidArgument", Request = Spec("array-f1", null, name: new string('n', 276)) },
        Registers("long user", "array-f1", null) with { Fault = "InvalidArgument", Request = Spec("array-f1", null, user: new string('u', 256)) },
        Registers("no user", "array-f1", null) with { Fault = "InvalidArgument", Request = Spec("array-f1", null, user: "") },
        Registers("long password", "array-f1", null) with { Fault = "InvalidArgument", Request = Spec("array-f1", null, password: new string('p', 256)) },
        Registers("no address", "array-f1", null) with { Fault = "InvalidArgument", Request = Spec("array-f1", null, url: "") },
        Registers("no VASA provider", "array-f1", null) with
            { Fault = "InvalidArgument", Request = new RegisterProviderRequest { ProviderSpec = new SmsProviderSpec { Name = "n" } } },
        new("registered", SmsClient.Provider(7), new QueryProviderInfoRequest()) { Before = Call(_manager, Spec("array-f1", TrustedF1)) },
        new("of a registered one", _manager, new QueryLunAssociatedWithArrayRequest { ArrayId = "com.sim.array:f1" })
            { Before = Call(_manager, Spec("array-f1", TrustedF1)) },
    ];

    private static string TrustedF1 => Pem("array-f1");

    private static string TrustedOwn => Pem("array-own-ca");

    private static string TrustedRefused => Pem("array-refused");

    // The same world always shows the same certificates: what a client would copy out of the fault.
    private static string Pem(string endpoint)
    {
        Core.Time.ClockState clock = new() { Anchor = Simulator.StartTime, RealAnchor = Simulator.StartTime };
        Core.World world = new([.. WorldBuilder.Build(Lab.KnownLabs.TwoSites, 42, Simulator.StartTime, true), clock], 0);
        return world.Certificates.PemOf(world.FindEndpoint(endpoint)!.Certificate);
    }

    private static TwinCase Registers(string name, string endpoint, string? error) =>
        new(name, _manager, Spec(endpoint, null)) { TaskError = error };

    private static RegisterProviderRequest Spec(
        string endpoint, string? certificate, string? url = null, string name = "new one", string user = "vasa", string password = "VasaSim!1") => new()
    {
        ProviderSpec = new VasaProviderSpec
        {
            Name = name,
            Description = "described",
            Username = user,
            Password = password,
            Url = url ?? $"https://{endpoint}.sim.local:8084/version.xml",
            Certificate = certificate,
        },
    };

    private static UnregisterProviderRequest Unregister(string uid) => new() { ProviderId = uid };

    private static SmsRefreshCACertificatesAndCRLsRequest Trust(params string[] uids) => new() { ProviderId = uids };

    private static Func<TwinStage, Task> Endpoint(string id, string change) => stage => stage.PatchAsync($"endpoints/{id}", change);
}
