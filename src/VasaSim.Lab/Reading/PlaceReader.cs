using VasaSim.Configuration.Yaml;
using VasaSim.Configuration;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;

namespace VasaSim.Lab.Reading;

/// <summary>Reads the datastore of a side and checks that the side's site has it.</summary>
internal static class PlaceReader
{
    /// <summary>The named datastore, or null for the first of the fault domain's site.</summary>
    /// <param name="section">What has the datastore.</param>
    /// <param name="key">The key of its id.</param>
    /// <param name="domain">The fault domain of the side; null when it is not known.</param>
    /// <param name="what">What the datastore is for.</param>
    /// <param name="mounted">Whether a host has to mount it.</param>
    public static string? Datastore(Section section, string key, string? domain, string what, bool mounted = false)
    {
        Provider? provider = null;
        bool known = domain is not null && section.Scope.Domains.TryGetValue(domain, out provider);
        return DatastoreAt(section, key, known ? provider!.Site : null, domain ?? "", what, mounted);
    }

    /// <summary>The named datastore, or null for the first of the site.</summary>
    /// <param name="section">What has the datastore.</param>
    /// <param name="key">The key of its id.</param>
    /// <param name="siteId">The site; null when it is not known.</param>
    /// <param name="of">What is at the site: a fault domain or a cloud.</param>
    /// <param name="what">What the datastore is for.</param>
    /// <param name="mounted">Whether a host has to mount it.</param>
    public static string? DatastoreAt(Section section, string key, string? siteId, string of, string what, bool mounted = false)
    {
        LabScope scope = section.Scope;
        YamlNode? node = section.Node(key);
        string? id = section.Id(key);
        if ((node is not null && (id is null || !scope.DatastoreNames.Check(node, id)))
            || siteId is null
            || !scope.Sites.TryGetValue(siteId, out SiteDefinition? site))
        {
            return id;
        }

        DatastoreDefinition? datastore = site.Datastores.FirstOrDefault(candidate => id is null || candidate.Id == id);
        if (datastore is null)
        {
            string has = Problems.List(site.Datastores.Select(candidate => candidate.Id));
            section.Problem(key, id is null
                ? $"site '{site.Id}' of '{of}' has no datastore for {what}"
                : $"datastore '{id}' is not at site '{site.Id}' of '{of}' (there: {has})");
        }
        else if (mounted && (datastore.Hosts?.Count ?? site.Hosts.Count) == 0)
        {
            section.Problem(key, $"no host mounts datastore '{datastore.Id}', so {what} can run nowhere");
        }

        return id;
    }
}
