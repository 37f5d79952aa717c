using VasaSim.Configuration.Yaml;
using VasaSim.Configuration;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;

namespace VasaSim.Lab.Reading;

/// <summary>Reads the fault domains.</summary>
internal static class FaultDomainReader
{
    public static List<FaultDomainDefinition> ReadAll(Section lab)
    {
        List<FaultDomainDefinition> domains = [];
        if (lab.Node("faultDomains") is not { } node || lab.Scope.SectionOf(node, "faultDomains") is not { } section)
        {
            return domains;
        }

        // Domains refer to each other, so all names come first.
        List<(string Id, YamlNode Value)> named = [];
        foreach ((YamlScalar key, YamlNode value) in section.Map.Entries)
        {
            if (lab.Scope.Values.Id(key, key.Value, "a fault domain's id") is { } id)
            {
                lab.Scope.DomainNames.Define(key, id);
                lab.Scope.LinkEnds.Define(key, id);
                named.Add((id, value));
            }
        }

        foreach ((string id, YamlNode value) in named)
        {
            if (lab.Scope.SectionOf(value, $"fault domain {id}") is { } domain)
            {
                domains.Add(ReadDomain(domain, id));
            }
        }

        return domains;
    }

    private static FaultDomainDefinition ReadDomain(Section section, string id)
    {
        FaultDomainDefinition domain = new()
        {
            Id = id,
            Name = section.Text("name"),
            Description = section.Text("description"),
            ArrayId = section.Id("array"),
            Provider = section.Id("provider"),
            Peers = ReadPeers(section, id),
        };
        section.Close();
        if (ManagerOf(section, domain) is { } provider)
        {
            section.Scope.Domains[id] = provider;
        }

        return domain;
    }

    private static Provider? ManagerOf(Section section, FaultDomainDefinition domain)
    {
        LabScope scope = section.Scope;
        YamlNode? array = section.Node("array");
        YamlNode? provider = section.Node("provider");
        if (array is not null && provider is not null)
        {
            section.Problem(
                "provider", $"{section.What} has an array, so the array's active provider manages it; leave provider out");
            return null;
        }

        if (array is null && provider is null)
        {
            section.Problem("array", $"{section.What} needs array (of a provider) or provider");
            return null;
        }

        if (array is not null)
        {
            return domain.ArrayId is { } id && scope.ArrayNames.Check(array, id) ? scope.Arrays[id] : null;
        }

        return domain.Provider is { } name && scope.ProviderNames.Check(provider!, name)
            ? scope.Providers[name]
            : null;
    }

    private static List<string> ReadPeers(Section section, string id)
    {
        List<string> peers = [];
        foreach (YamlNode item in section.Items("peers") ?? [])
        {
            if (section.TextOf(item, "peers") is not { } peer || !section.Scope.DomainNames.Check(item, peer))
            {
                continue;
            }

            if (peer == id)
            {
                section.Scope.Problems.Add(item, $"{section.What} cannot be its own peer");
            }
            else if (!peers.Contains(peer))
            {
                peers.Add(peer);
            }
        }

        return peers;
    }
}
