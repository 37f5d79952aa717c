using VasaSim.Configuration.Yaml;
using VasaSim.Configuration;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;

namespace VasaSim.Lab.Reading;

/// <summary>Reads the providers.</summary>
internal static class ProviderReader
{
    private const string Never = "never";

    private static readonly TimeSpan LastSync = TimeSpan.FromMinutes(-5);

    private static readonly (string, string)[] Profiles =
        [("ProfileBasedManagement", "ProfileBasedManagement"), ("Replication", "Replication")];

    public static List<ProviderDefinition> ReadAll(Section lab)
    {
        List<ProviderDefinition> providers = [];
        foreach (YamlNode item in lab.Items("providers") ?? [])
        {
            if (lab.Scope.SectionOf(item, "a provider") is { } section)
            {
                ProviderDefinition provider = ReadProvider(section, providers.Count);
                providers.Add(provider);
                Register(provider.Provider, section);
            }
        }

        return providers;
    }

    private static void Register(Provider provider, Section section)
    {
        if (provider.Id.Length == 0 || !section.Scope.ProviderNames.Define(section.Node("id")!, provider.Id))
        {
            return;
        }

        section.Scope.ProviderUids.Define(section.Node("uid") ?? section.Map, provider.Uid);
        section.Scope.Providers[provider.Id] = provider;
        foreach (ManagedArray array in provider.Arrays)
        {
            if (section.Scope.Arrays.TryAdd(array.ArrayId, provider))
            {
                section.Scope.ArrayNames.Define(section.Map, array.ArrayId);
            }
        }
    }

    private static ProviderDefinition ReadProvider(Section section, int index)
    {
        string id = section.RequiredId("id") ?? "";
        bool registered = section.Flag("registered", true);
        string name = section.Text("name") ?? id;
        ProviderStatus status = section.Choice("status", ProviderWords.Statuses, ProviderStatus.Online);
        Provider provider = new()
        {
            Id = id,
            Uid = section.Id("uid") ?? "uid-" + id,
            Name = name,
            Description = section.Text("description"),
            Version = section.Text("version"),
            Url = ReadUrl(section, id),
            Site = ReadSite(section),
            Status = status,
            VasaVersion = section.Text("vasaVersion") ?? "3.0",
            Namespace = section.Text("namespace"),
            SelfId = section.Text("selfId"),
            Models = ProviderPartsReader.Models(section),
            Profiles = ProviderPartsReader.Choices(section, "profiles", Profiles) ?? [.. Profiles.Select(p => p.Item2)],
            Arrays = ProviderPartsReader.Arrays(section),
            IsInternal = section.Flag("internal", false),
            IsDataService = section.Flag("dataService", false),
            ArrayIndependent = section.Flag("arrayIndependent", false),
            NeedsExplicitActivation = section.Flag("needsExplicitActivation", false),
            FailoverGroup = section.Id("failoverGroup"),
            Priority = section.Whole("priority", 0, 255),
            MaxBatchSize = ProviderPartsReader.Limits(section),
            ReverseIds = section.Choice("reverseIds", ProviderWords.ReverseIds, ReverseIds.Keep),
            ForceSupported = section.Flag("forceSupported", true),
            SupportsReplicas = section.Flag("supportsReplicas", true),
            Busy = section.Flag("busy", false),
            OutOfResource = section.Flag("outOfResource", false),
            NotImplemented = ProviderPartsReader.Choices(section, "notImplemented", ProviderWords.Methods) ?? [],
            LastAlarm = section.Whole("lastAlarm", 0) ?? 0,
            RetainsCertificate = section.Flag("retainsCertificate", false),
            Ordinal = index,
        };
        ProviderDefinition definition = new()
        {
            Provider = provider,
            Registered = registered,
            LastSyncOffset = ReadOffset(
                section, "lastSync", status == ProviderStatus.Connected ? null : LastSync, Never),
            Certificate = CertificateReader.Read(section),
            Alarms = AlarmReader.ReadAll(section),
            Switches = ReadSwitches(section),
        };
        if (definition.LastSyncOffset > TimeSpan.Zero)
        {
            section.Problem("lastSync", "lastSync is in the future; write it with - before it, such as -5m");
        }

        section.Close();
        return definition;
    }

    private static ProviderSwitches ReadSwitches(Section section)
    {
        ProviderSwitches otherwise = new();
        return new()
        {
            UserName = section.Text("userName") ?? otherwise.UserName,
            Password = section.Text("password") ?? otherwise.Password,
            Reachable = section.Flag("reachable", true),
            FailSync = section.Flag("failSync", false),
            FailUnregister = section.Flag("failUnregister", false),
            FailRefresh = section.Flag("failRefresh", false),
            FailRevoke = section.Flag("failRevoke", false),
            CaFaultCode = section.Whole("caFaultCode", int.MinValue),
        };
    }

    internal static string ReadSite(Section section)
    {
        LabScope scope = section.Scope;
        if (section.Node("site") is { } node)
        {
            return section.Id("site") is { } site && scope.SiteNames.Check(node, site) ? site : "";
        }

        if (scope.Sites.Count == 1)
        {
            return scope.Sites.Keys.Single();
        }

        section.Problem("site", $"{section.What} needs site (defined: {Problems.List(scope.Sites.Keys)})");
        return "";
    }

    private static string ReadUrl(Section section, string id)
    {
        if (section.Node("url") is null)
        {
            string own = $"https://{id}.sim.local:8084/version.xml";
            if (id.Length > 0 && !IsHttps(own))
            {
                section.Problem("id", $"'{Problems.Short(id)}' makes no host name; set url");
            }

            return own;
        }

        string url = section.Text("url") ?? "";
        if (url.Length > 0 && !IsHttps(url))
        {
            section.Problem("url", $"'{Problems.Short(url)}' is no absolute https URL");
        }

        return url;
    }

    private static bool IsHttps(string url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && uri.Scheme == Uri.UriSchemeHttps;

    internal static TimeSpan? ReadOffset(Section section, string key, TimeSpan? otherwise, string nothing)
    {
        if (section.Node(key) is not { } node)
        {
            return otherwise;
        }

        return node is YamlScalar scalar && scalar.Value == nothing
            ? null
            : section.Scope.Values.Duration(node, key, mayBeNegative: true);
    }
}
