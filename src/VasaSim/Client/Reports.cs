using System.Globalization;
using VasaSim.Server.Control;

namespace VasaSim.Client;

/// <summary>Writes what the control port tells, for people.</summary>
internal static class Reports
{
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string Clock(ClockReport clock) =>
        clock.Frozen && clock.Scale != 1
            ? string.Create(CultureInfo.InvariantCulture, $"{Time(clock.Now)}  {clock.Mode} (x{clock.Scale} when resumed)")
            : $"{Time(clock.Now)}  {clock.Mode}";

    public static void Links(TextWriter output, IEnumerable<LinkReport> links) => TextTable.Write(
        output,
        ["LINK", "", "STATE", "LAG", "BANDWIDTH", "OUTAGES"],
        links.Select(l => new[]
        {
            l.A, l.B, l.Up ? "up" : "down", l.Lag, l.Bandwidth ?? "unlimited", l.Outages.Count.ToString(CultureInfo.InvariantCulture),
        }));

    public static void Endpoints(TextWriter output, IEnumerable<EndpointReport> endpoints) => TextTable.Write(
        output,
        ["ENDPOINT", "URL", "PROVIDER", "ANSWERS", "CERTIFICATE", "UNTIL", "FAILS"],
        endpoints.Select(e => new[]
        {
            e.Id, e.Url, e.Provider ?? "-", Answer(e.Reachable), Kind(e.Certificate), Time(e.Certificate.NotAfter), Failures(e),
        }));

    public static void Endpoint(TextWriter output, EndpointReport endpoint)
    {
        Field(output, "id", endpoint.Id);
        Field(output, "url", endpoint.Url);
        Field(output, "provider", endpoint.Provider ?? "-");
        Field(output, "answers", Answer(endpoint.Reachable));
        Field(output, "user name", endpoint.UserName);
        Field(output, "certificate", $"{Kind(endpoint.Certificate)}, for {endpoint.Certificate.Host}");
        Field(output, "valid", $"{Time(endpoint.Certificate.NotBefore)} to {Time(endpoint.Certificate.NotAfter)}");
        Field(output, "CA imported", Answer(endpoint.CaImported));
        Field(output, "fails", Failures(endpoint));
        output.Write(endpoint.Certificate.Pem);
    }

    public static void Luns(TextWriter output, IEnumerable<LunReport> luns) => TextTable.Write(
        output,
        ["LUN", "ARRAY", "DATASTORE", "CAPACITY MiB", "USED MiB", "THIN", "STATUS"],
        luns.Select(l => new[]
        {
            l.Id, l.Array, l.Datastore ?? "-", l.CapacityInMB.ToString(CultureInfo.InvariantCulture),
            l.UsedInMB.ToString(CultureInfo.InvariantCulture), Answer(l.Thin), l.Status,
        }));

    public static void Snapshots(TextWriter output, IEnumerable<SnapshotReport> snapshots) => TextTable.Write(
        output,
        ["SNAPSHOT", "TIME", "CREATED", "GROUPS", "TASKS", "PROBLEM"],
        snapshots.Select(s => new[]
        {
            s.Name, s.Time is { } time ? Time(time) : "-", s.Created is { } created ? Time(created) : "-",
            s.Groups.ToString(CultureInfo.InvariantCulture), s.Tasks.ToString(CultureInfo.InvariantCulture), s.Problem ?? "-",
        }));

    public static void Providers(TextWriter output, IEnumerable<ProviderReport> providers) => TextTable.Write(
        output,
        ["PROVIDER", "NAME", "SITE", "STATUS", "ACTIVE FOR", "STANDBY FOR", "TROUBLE"],
        providers.Select(p => new[] { p.Id, p.Name, p.Site, p.Status, Domains(p, true), Domains(p, false), Trouble(p) }));

    public static void Provider(TextWriter output, ProviderReport provider)
    {
        Field(output, "id", provider.Id);
        Field(output, "name", provider.Name);
        Field(output, "uid", provider.Uid);
        Field(output, "site", provider.Site);
        Field(output, "url", provider.Url);
        Field(output, "status", $"{provider.Status} since {Time(provider.StatusSince)}");
        Field(output, "busy", Answer(provider.Busy));
        Field(output, "out of resource", Answer(provider.OutOfResource));
        Field(output, "not implemented", ListOf(provider.NotImplemented));
        Field(output, "max batch size", Limits(provider.MaxBatchSize));
        Field(output, "reverse ids", provider.ReverseIds);
        Field(output, "force supported", Answer(provider.ForceSupported));
        Field(output, "active for", Domains(provider, true));
        Field(output, "standby for", Domains(provider, false));
    }

    public static void Field(TextWriter output, string name, string value) => output.WriteLine($"{name,-16} {value}");

    public static string ListOf(IEnumerable<string> values) => string.Join(", ", values) is { Length: > 0 } text ? text : "-";

    private static string Kind(CertificateReport certificate) =>
        certificate.Malformed ? "malformed" : certificate.Revoked ? $"{certificate.Issuer}, revoked" : certificate.Issuer;

    private static string Failures(EndpointReport endpoint) => ListOf(
    [
        .. endpoint.FailSync ? ["sync"] : Array.Empty<string>(),
        .. endpoint.FailUnregister ? ["unregister"] : Array.Empty<string>(),
        .. endpoint.FailRefresh ? ["refresh"] : Array.Empty<string>(),
        .. endpoint.FailRevoke ? ["revoke"] : Array.Empty<string>(),
        .. endpoint.CaFaultCode is { } code ? [string.Create(CultureInfo.InvariantCulture, $"CA error {code}")] : Array.Empty<string>(),
    ]);

    private static string Answer(bool value) => value ? "yes" : "no";

    private static string Domains(ProviderReport provider, bool active) =>
        ListOf(provider.FaultDomains.Where(d => d.Active == active).Select(d => d.Id));

    private static string Trouble(ProviderReport provider) => ListOf(
    [
        .. provider.Busy ? ["busy"] : Array.Empty<string>(),
        .. provider.OutOfResource ? ["out of resource"] : Array.Empty<string>(),
        .. provider.NotImplemented.Count > 0 ? [$"{provider.NotImplemented.Count} methods not implemented"] : Array.Empty<string>(),
    ]);

    private static string Limits(BatchReport limits) => string.Create(
        CultureInfo.InvariantCulture,
        $"declared {Limit(limits.Declared)}, enforced {Limit(limits.Enforced)}, reported {Limit(limits.Reported)}")
        + string.Concat(limits.PerMethod.Select(m => $", {m.Key} {m.Value}"));

    private static string Limit(long? limit) => limit?.ToString(CultureInfo.InvariantCulture) ?? "none";
}
