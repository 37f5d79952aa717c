using VasaSim.Configuration;

namespace VasaSim.Lab.Tests;

/// <summary>Each text has one fault, behind the mark «; the problem must name that very place.</summary>
public sealed class ProblemTests
{
    private const string Head = """
        version: 1
        sites:
          A: { hosts: [host-1], datastores: [ds-a] }
          B: { hosts: [host-2], datastores: [ds-b] }
          C: { hosts: [], datastores: [] }
        providers:
          - { id: p-a, site: A, arrays: ["x:a"] }
          - { id: p-b, site: B }
          - { id: p-c, site: C, supportsReplicas: false }
          - { id: p-d, site: A, profiles: [] }
        faultDomains:
          fd-a: { array: "x:a" }
          fd-b: { provider: p-b }
          fd-c: { provider: p-c }
          fd-d: { provider: p-d }

        """;

    [Theory]
    [InlineData("«", "the file is empty")]
    [InlineData("# only a comment\n", "the file is empty", 1, 1)]
    [InlineData("«- version: 1", "a lab is a list; it must be a mapping of keys to values")]
    [InlineData("«hello", "a lab is 'hello'; it must be a mapping")]
    [InlineData("«name: x", "a lab needs version: 1")]
    [InlineData("version: «2", "version is '2' (one of: 1)")]
    [InlineData("version: 1\n«sitez: {}", "unknown key 'sitez' – did you mean sites? (keys of a lab: version, name,")]
    [InlineData("version: 1\n«zzz: 1", "unknown key 'zzz' (keys of a lab: version,")]
    [InlineData("version: 1\n«version: 1", "'version' is given twice; first on line 1")]
    [InlineData("version: 1\n«[a]: 1", "a list cannot be a key")]
    [InlineData("version: 1\nname: «*x", "no value before this is marked '&x'")]
    [InlineData("version: 1\n«---\nversion: 1", "a second document")]
    [InlineData("version: 1\nstartTime: «noon", "startTime is 'noon'; it must be a time with its zone, such as 2025-")]
    [InlineData("version: 1\nstartTime: «2025-01-15T12:00:00", "it must be a time with its zone")]
    [InlineData("version: 1\nstartTime: «9999-01-15T12:00:00Z", "from 1970 to 2499")]
    [InlineData("version: 1\nname: «[]", "name is a list; it must be a text")]
    [InlineData("version: 1\nname: «\"a\\tb\"", "name has characters that cannot be written")]
    public void Parse_Document(string text, string message, int line = 0, int column = 0) =>
        Check(text, message, line, column);

    [Theory]
    [InlineData("sites: «[]", "sites is a list; it must be a mapping")]
    [InlineData("sites: { «a b: {} }", "'a b' cannot be a site's id: ids have 1 to 200 characters, none of them a space")]
    [InlineData("sites: { A: «7 }", "site A is '7'; it must be a mapping")]
    [InlineData("sites: { A: { vcenter: «'a b' } }", "'a b' is no host name")]
    [InlineData("sites: { A: { «host: [] } }", "unknown key 'host' – did you mean hosts? (keys of site A: vcenter, hosts,")]
    [InlineData("sites: { A: { hosts: «7 } }", "hosts is '7'; it must be a list")]
    [InlineData("sites: { A: { hosts: [h, «h] } }", "host 'h' is defined twice")]
    [InlineData("sites:\n  A: { hosts: [h] }\n  B: { hosts: [ «{ id: h } ] }", "host 'h' is defined twice; first on line 3")]
    [InlineData("sites: { A: { hosts: [ «{ name: h } ] } }", "a host needs id")]
    [InlineData("sites: { A: { datastores: [ { id: d, type: «VVol } ] } }", "type is 'VVol' – did you mean VVOL? (one of: VVOL, VMFS, NFS)")]
    [InlineData("sites: { A: { datastores: [ { id: d, capacity: «1XB } ] } }", "capacity is '1XB'; it must be a number with B, KB,")]
    [InlineData("sites: { A: { datastores: [ { id: d, capacity: 1GB, freeSpace: «2GB } ] } }", "freeSpace is more than the capacity")]
    [InlineData("sites: { A: { hosts: [h1], datastores: [ { id: d, hosts: [«h2] } ] } }", "unknown host of this site 'h2' – did you mean h1?")]
    [InlineData("sites: { A: { datastores: [d] }, B: { datastores: [«d] } }", "datastore 'd' is defined twice")]
    public void Parse_Sites(string text, string message) => Check("version: 1\n" + text, message);

    [Theory]
    [InlineData("«{ site: A }", "a provider needs id")]
    [InlineData("«{ id: p }", "a provider needs site (defined: A, B)")]
    [InlineData("{ id: p, site: «X }", "unknown site 'X' (defined: A, B)")]
    [InlineData("{ id: p, site: A }, { id: «p, site: A }", "provider 'p' is defined twice")]
    [InlineData("{ id: p, site: A, uid: u }, { id: q, site: A, uid: «u }", "provider uid 'u' is defined twice")]
    [InlineData("{ id: p, site: A, url: «http://x }", "'http://x' is no absolute https URL")]
    [InlineData("{ id: «'~', site: A }", "'~' makes no host name; set url")]
    [InlineData("{ id: p, site: A, status: «on-line }", "status is 'on-line' – did you mean online? (one of: online, offline, syncError, connected, disconnected)")]
    [InlineData("{ id: p, site: A, profiles: [«Replicate] }", "profiles is 'Replicate' – did you mean Replication?")]
    [InlineData("{ id: p, site: A, reverseIds: «both }", "reverseIds is 'both' (one of: keep, new)")]
    [InlineData("{ id: p, site: A, priority: «256 }", "priority is '256'; it must be a whole number from 0 to 255")]
    [InlineData("{ id: p, site: A, forceSupported: «yes }", "forceSupported is 'yes'; it must be true or false")]
    [InlineData("{ id: p, site: A, forceSupported: «'true' }", "forceSupported is 'true'; it must be true or false")]
    [InlineData("{ id: p, site: A, notImplemented: [«SyncReplicationGroup] }", "did you mean SyncReplicationGroup_Task?")]
    [InlineData("{ id: p, site: A, maxBatchSize: «0 }", "maxBatchSize is '0'; it must be a whole number from 1 up")]
    [InlineData("{ id: p, site: A, maxBatchSize: { «declare: 4 } }", "unknown key 'declare' – did you mean declared?")]
    [InlineData("{ id: p, site: A, maxBatchSize: { declared: «four } }", "declared is 'four'; it must be a whole number")]
    [InlineData("{ id: p, site: A, maxBatchSize: { perMethod: { «Foo: 1 } } }", "unknown key 'Foo' (keys of perMethod: QueryReplicationPeer,")]
    [InlineData("{ id: p, site: A, arrays: [x, «x] }", "array of this provider 'x' is defined twice")]
    [InlineData("{ id: p, site: A, arrays: [ { id: x, priority: «-2 } ] }", "priority is '-2'; it must be a whole number from -1 to 255")]
    [InlineData("{ id: p, site: A, lastSync: «5m }", "lastSync is in the future")]
    [InlineData("{ id: p, site: A, lastSync: «soon }", "lastSync is 'soon'; it must be a number with ms, s, m, h or d")]
    [InlineData("{ id: p, site: A, models: [«X50] }", "a model is 'X50'; it must be a mapping")]
    [InlineData("{ id: p, site: A, «personality: pure }", "unknown key 'personality'")]
    public void Parse_Providers(string text, string message) =>
        Check($"version: 1\nsites: {{ A: , B: }}\nproviders: [ {text} ]", message);

    [Theory]
    [InlineData("  fd-x: «{}", "fault domain fd-x needs array (of a provider) or provider")]
    [InlineData("  fd-x: { array: 'x:a', provider: «p-a }", "has an array, so the array's active provider manages it")]
    [InlineData("  fd-x: { provider: «p-x }", "unknown provider 'p-x' – did you mean p-a? (defined: p-a, p-b, p-c, p-d)")]
    [InlineData("  fd-x: { array: «'x:b' }", "unknown array 'x:b' – did you mean x:a?")]
    [InlineData("  fd-x: { provider: p-a, peers: [«fd-y] }", "unknown fault domain 'fd-y'")]
    [InlineData("  fd-x: { provider: p-a, peers: [«fd-x] }", "fault domain fd-x cannot be its own peer")]
    [InlineData("links: [ «{ to: fd-b } ]", "a link needs from")]
    [InlineData("links: [ { from: fd-a, to: «fd-z } ]", "unknown fault domain or cloud 'fd-z' – did you mean fd-a?")]
    [InlineData("links: [ { from: fd-a, to: «fd-a } ]", "a link from 'fd-a' to itself")]
    [InlineData("links:\n  - { from: fd-a, to: fd-b }\n  - «{ from: fd-b, to: fd-a }", "link 'fd-a – fd-b' is defined twice; first on line 17")]
    [InlineData("links: [ { from: fd-a, to: fd-b, lag: «4 } ]", "lag is '4'; it must be a number with ms, s, m, h or d, such as 500ms")]
    [InlineData("links: [ { from: fd-a, to: fd-b, lag: «-4m } ]", "lag is '-4m'; it must be")]
    [InlineData("links: [ { from: fd-a, to: fd-b, bandwidth: «50MB } ]", "bandwidth is '50MB'; it must be a number with B/s, KB/s")]
    [InlineData("links: [ { from: fd-a, to: fd-b, bandwidth: «0B/s } ]", "bandwidth is 0; for a link that passes nothing")]
    [InlineData("links: [ { from: fd-a, to: fd-b, «mode: async } ]", "unknown key 'mode' (keys of a link: from, to, lag, bandwidth, up)")]
    public void Parse_DomainsAndLinks(string text, string message) => Check(Head.TrimEnd() + "\n" + text, message);

    [Theory]
    [InlineData("«{ source: fd-a, targets: [ { domain: fd-b } ] }", "a group needs id")]
    [InlineData("«{ id: g, targets: [ { domain: fd-b } ] }", "a group needs source")]
    [InlineData("«{ id: g, source: fd-a }", "a group needs targets")]
    [InlineData("{ id: g, source: fd-a, targets: «[] }", "a group has 1 to 256 targets")]
    [InlineData("{ id: g, source: fd-a, targets: [ «{} ] }", "a target needs domain")]
    [InlineData("{ id: g, source: fd-a, targets: [ { domain: «fd-a } ] }", "which is the source's own fault domain")]
    [InlineData("{ id: g, source: fd-a, targets: [ { domain: fd-b, id: t }, { domain: fd-b, id: «t } ] }", "group 'fd-b/t' is defined twice")]
    [InlineData("{ id: g, source: «fd-d, targets: [ { domain: fd-b } ] }", "whose provider 'p-d' does not have the profile Replication")]
    [InlineData("{ id: «'g-{n}', source: fd-a, targets: [ { domain: fd-b } ] }", "{n} works in a template only")]
    [InlineData("{ id: «a/b, source: fd-a, targets: [ { domain: fd-b } ] }", "'a/b' cannot be id")]
    [InlineData("{ id: g, source: fd-a, «colours: {}, targets: [ { domain: fd-b } ] }", "unknown key 'colours' (keys of a group: template, ")]
    [InlineData("{ id: g, source: fd-a, changeRate: «fast, targets: [ { domain: fd-b } ] }", "changeRate is 'fast'")]
    [InlineData("{ id: g, source: fd-a, state: «TARGET, targets: [ { domain: fd-b } ] }", "state is 'TARGET' (one of: SOURCE, REMOTE_FAILEDOVER)")]
    [InlineData("{ id: g, source: fd-a, state: «REMOTE_FAILEDOVER, targets: [ { domain: fd-b } ] }", "but no target is FAILEDOVER")]
    [InlineData("«{ id: g, source: fd-a, pits: { keep: 1 }, targets: [ { domain: fd-b, state: FAILEDOVER } ] }", "so the source must be REMOTE_FAILEDOVER")]
    [InlineData("{ id: g, source: fd-a, targets: [ { domain: fd-b, state: «INTEST } ] }", "a target cannot be INTEST without a replica")]
    [InlineData("{ id: g, source: fd-a, pits: { keep: 1 }, targets: [ { domain: fd-b, state: «INTEST, established: false } ] }", "not established cannot be INTEST")]
    [InlineData("{ id: g, source: fd-a, targets: [ { domain: fd-b, established: false, pits: «{ keep: 1 } } ] }", "not established has no pits")]
    [InlineData("{ id: g, source: fd-a, targets: [ { domain: fd-b, testCopiesBound: «true } ] }", "only a target in state INTEST has test copies")]
    [InlineData("{ id: g, source: fd-a, targets: [ { domain: fd-b, datastore: «ds-x } ] }", "unknown datastore 'ds-x' – did you mean ds-a?")]
    [InlineData("{ id: g, source: fd-a, targets: [ { domain: fd-b, datastore: «ds-a } ] }", "datastore 'ds-a' is not at site 'B' of 'fd-b' (there: ds-b)")]
    [InlineData("{ id: g, source: fd-a, targets: [ «{ domain: fd-c } ] }", "site 'C' of 'fd-c' has no datastore for the replicas")]
    [InlineData("{ id: g, source: fd-a, vms: [ «{ name: x } ], targets: [ { domain: fd-b } ] }", "a virtual machine needs id")]
    [InlineData("{ id: g, source: fd-a, vms: [ { id: v }, { id: «v } ], targets: [ { domain: fd-b } ] }", "virtual machine 'v' is defined twice")]
    [InlineData("{ id: g, source: fd-a, vms: [ { id: v, disks: «-1 } ], targets: [ { domain: fd-b } ] }", "disks is '-1'; it must be a whole number from 0 to 256")]
    [InlineData("{ id: g, source: fd-a, vms: [ { id: v, disks: 1, uncopyable: «3 } ], targets: [ { domain: fd-b } ] }", "from 0 to 2")]
    [InlineData("{ id: g, source: fd-a, vms: [ { id: v, kind: «vVol } ], targets: [ { domain: fd-b } ] }", "kind is 'vVol' – did you mean vvol? (one of: vvol, virtualMachine)")]
    [InlineData("{ id: g, source: fd-a, devices: { vms: 1 }, vms: «[], targets: [ { domain: fd-b } ] }", "either devices or vms, not both")]
    [InlineData("{ id: g, source: fd-a, devices: «{}, targets: [ { domain: fd-b } ] }", "devices needs vms")]
    [InlineData("{ id: g, source: fd-a, pits: «{}, targets: [ { domain: fd-b } ] }", "pits needs count (how many there are) or keep")]
    [InlineData("{ id: g, source: fd-a, pits: { count: «9, keep: 4 }, targets: [ { domain: fd-b } ] }", "count 9 is more than keep 4")]
    [InlineData("{ id: g, source: fd-a, pits: { keep: 4, every: «0s }, targets: [ { domain: fd-b } ] }", "every is 0")]
    [InlineData("{ id: g, source: fd-a, pits: { count: «900000, every: 1d }, targets: [ { domain: fd-b } ] }", "more than a hundred years old")]
    [InlineData("{ id: g, source: fd-a, pits: { keep: 4, name: «'{yyyy' }, targets: [ { domain: fd-b } ] }", "a brace without its partner")]
    [InlineData("{ id: g, source: fd-a, pits: { keep: 4, name: «'x-{}' }, targets: [ { domain: fd-b } ] }", "'{}' is no format for a time")]
    [InlineData("{ id: g, source: fd-a, pits: { keep: 4, name: «'{yyyy}-{MM}' }, targets: [ { domain: fd-b } ] }", "has more than one time")]
    [InlineData("{ id: g, source: fd-a, pits: { keep: 4, name: «'x-{n}' }, targets: [ { domain: fd-b } ] }", "'{n}' is no format for a time")]
    [InlineData("{ id: g, source: fd-a, pits: { keep: 4, tags: { x: «0 } }, targets: [ { domain: fd-b } ] }", "tag x is '0'; it must be a whole number from 1")]
    [InlineData("{ id: g, source: fd-a, pits: { keep: 4, consistent: «often }, targets: [ { domain: fd-b } ] }", "it must be such as: every 6th")]
    [InlineData("{ id: g, source: fd-a, pits: { keep: 4, tags: { app-consistent: 2 }, consistent: «every 6th }, targets: [ { domain: fd-b } ] }", "which tags gives too")]
    public void Parse_Groups(string text, string message) => Check($"{Head}groups: [ {text} ]", message);

    [Theory]
    [InlineData("{ template: «[] }", "a template is a list")]
    [InlineData("{ template: «{ id: 'g-{n}', source: fd-a, targets: [ { domain: fd-b } ] } }", "a template needs count")]
    [InlineData("{ template: { count: «0, id: 'g-{n}', source: fd-a, targets: [ { domain: fd-b } ] } }", "count is '0'; it must be a whole number from 1 to 1000000")]
    [InlineData("{ template: { count: 5, from: «-1, id: 'g-{n}', source: fd-a, targets: [ { domain: fd-b } ] } }", "from is '-1'")]
    [InlineData("{ template: { count: 5, id: «'g-{m}', source: fd-a, targets: [ { domain: fd-b } ] } }", "'{m}' is no placeholder of a template; there are {n} and")]
    [InlineData("{ template: { count: 5, id: «'g-{n:0x}', source: fd-a, targets: [ { domain: fd-b } ] } }", "'{n:0x}' is no placeholder")]
    [InlineData("{ template: { count: 5, id: «'g-{n', source: fd-a, targets: [ { domain: fd-b } ] } }", "'g-{n' is no placeholder")]
    [InlineData("{ template: { count: 5, id: «g, source: fd-a, targets: [ { domain: fd-b, id: 't-{n}' } ] } }", "group 'fd-a/g' is defined twice; in a template, put {n} into it")]
    [InlineData("{ template: { count: 5, id: 'g-{n}', source: «fd-x, targets: [ { domain: fd-b } ] } }", "unknown fault domain 'fd-x'")]
    [InlineData("{ template: { count: 5, id: 'g-{n}', source: fd-a, «colour: x, targets: [ { domain: fd-b } ] } }", "unknown key 'colour' (keys of a template: from, count")]
    [InlineData("{ template: { count: 5, id: 'g-{n}', source: fd-a, targets: [ { domain: fd-b } ] }, «id: x }", "unknown key 'id' (keys of a group: template)")]
    [InlineData("{ template: «{ count: 2000, id: 'g-{n}', source: fd-a, devices: { vms: 10, disksPerVm: 255 }, targets: [ { domain: fd-b } ] } }", "the lab has more than 5000000 devices")]
    public void Parse_Templates(string text, string message) => Check($"{Head}groups: [ {text} ]", message);

    [Theory]
    [InlineData("«[]", "knobs is a list")]
    [InlineData("{ «repeatmode: alreadyDone }", "unknown key 'repeatmode' – did you mean repeatMode?")]
    [InlineData("{ repeatMode: «alreadydone }", "repeatMode is 'alreadydone' – did you mean alreadyDone? (one of: alreadyDone, invalidState)")]
    [InlineData("{ taskFaultDelivery: «fault }", "(one of: call, task)")]
    [InlineData("{ taskDuration: { sync: «1x } }", "sync is '1x'; it must be a number with ms, s, m, h or d")]
    [InlineData("{ taskDuration: { «reload: 1s } }", "unknown key 'reload' (keys of taskDuration: sync, testStart,")]
    [InlineData("{ taskDuration: «fast }", "taskDuration is 'fast'; it must be a mapping")]
    [InlineData("{ taskRetention: { count: «99999, max: 10 } }", "count 99999 is more than max 10")]
    [InlineData("{ apiVersion: «9.0.0.0 }", "apiVersion is '9.0.0.0' (one of: 1.0, 2.0,")]
    [InlineData("{ pitLimit: «1.5 }", "pitLimit is '1.5'; it must be a whole number from 0 up")]
    [InlineData("{ rejectedPolicies: «none }", "rejectedPolicies is 'none'; it must be a list")]
    public void Parse_Knobs(string text, string message) => Check($"version: 1\nknobs: {text}", message);

    [Theory]
    [InlineData("clouds: «[]", "clouds is a list; it must be a mapping")]
    [InlineData("clouds: { «a@b: { site: A } }", "'a@b' cannot be a cloud's id: it has no @")]
    [InlineData("clouds: { «fd-a: { site: A } }", "fault domain or cloud 'fd-a' is defined twice; first on line 12")]
    [InlineData("clouds: { c: «{} }", "cloud c needs site (defined: A, B, C)")]
    [InlineData("clouds: { c: { site: «X } }", "unknown site 'X'")]
    [InlineData("clouds: { c: { site: A, kind: «vCloud } }", "kind is 'vCloud' – did you mean vcloud? (one of: vcloud, vcenter)")]
    [InlineData("clouds: { c: { site: A, «vms: [] } }", "unknown key 'vms' (keys of cloud c: site, kind, description, orgs)")]
    [InlineData("clouds: { c: { site: A, kind: vcenter, «orgs: {} } }", "unknown key 'orgs' (keys of cloud c: site, kind, description, vms)")]
    [InlineData("clouds: { c: { site: A, orgs: { «o@c: } } }", "'o@c' cannot be an organization's name: it has no @")]
    [InlineData("clouds: { c: { site: A, orgs: { o: { «vapp: [] } } } }", "unknown key 'vapp' – did you mean vapps? (keys of organization o: vdcs, vapps)")]
    [InlineData("clouds: { c: { site: A, orgs: { o: { vdcs: [ «{} ] } } } }", "a virtual data center needs name")]
    [InlineData("clouds: { c: { site: A, orgs: { o: { vdcs: [ { name: v }, { name: «v } ] } } } }", "virtual data center of c 'v' is defined twice")]
    [InlineData("clouds: { c: { site: A, orgs: { o: { vdcs: [ { name: v, id: «7 } ] } } } }", "'7' is no UUID; write one such as")]
    [InlineData("clouds: { c: { site: A, orgs: { o: { vdcs: [ { name: v, datastore: «ds-b } ] } } } }", "datastore 'ds-b' is not at site 'A' of 'c' (there: ds-a)")]
    [InlineData("clouds: { c: { site: C, orgs: { o: { vdcs: [ «{ name: v } ] } } } }", "site 'C' of 'c' has no datastore for the virtual data center")]
    [InlineData("clouds: { c: { site: C, orgs: { «o: } } }", "site 'C' of 'c' has no datastore for the virtual data center")]
    [InlineData("clouds: { c: { site: A, orgs: { o: { vdcs: [ { name: v, storageProfiles: «[] } ] } } } }", "has at least one storage profile")]
    [InlineData("clouds: { c: { site: A, orgs: { o: { vdcs: [ { name: v, networks: [n, «n] } ] } } } }", "network of this virtual data center 'n' is defined twice")]
    [InlineData("clouds: { c: { site: A, orgs: { o: { vapps: [ { name: «a/b } ] } } } }", "'a/b' cannot be name: names of clouds' things")]
    [InlineData("clouds: { c: { site: A, orgs: { o: { vapps: [ { name: v }, { name: «v } ] } } } }", "vApp 'c/o/v' is defined twice")]
    [InlineData("clouds: { c: { site: A, orgs: { o: { vapps: [ { name: v, vdc: «x } ] } } } }", "unknown virtual data center of organization o 'x' (defined: vdc-o)")]
    [InlineData("clouds: { c: { site: A, orgs: { o: { vdcs: [ { name: v }, { name: w } ], vapps: [ «{ name: x } ] } } } }", "a vApp needs vdc (of organization o: v, w)")]
    [InlineData("clouds: { c: { site: A, orgs: { o: { vapps: [ { name: v, vms: [ { name: m }, { name: «m } ] } ] } } } }", "virtual machine of c/o/v 'm' is defined twice")]
    [InlineData("clouds: { c: { site: A, orgs: { o: { vapps: [ { name: v, vms: [ { name: m, disks: [«40] } ] } ] } } } }", "a disk is '40'; it must be a number with B, KB,")]
    [InlineData("clouds: { c: { site: A, orgs: { o: { vapps: [ { template: «{ name: 'v{n}' } } ] } } } }", "a template needs count, the number of vapps")]
    [InlineData("clouds: { c: { site: A, kind: vcenter, vms: [ «{ name: x } ] } }", "a virtual machine needs id")]
    [InlineData("clouds: { c: { site: C, kind: vcenter, vms: [ «{ id: vm-1 } ] } }", "site 'C' of 'c' has no datastore for the machine")]
    [InlineData("groups: [ { id: g, source: fd-a, vms: [ { id: vm-1 } ], targets: [ { domain: fd-b } ] } ]\nclouds: { c: { site: B, kind: vcenter, vms: [ { id: «vm-1 } ] } }", "virtual machine 'vm-1' is at site 'A', not at site 'B' of 'c'")]
    [InlineData("groups: [ { id: g, source: fd-a, vms: [ { id: vm-1 } ], targets: [ { domain: fd-b } ] } ]\nclouds: { c: { site: A, kind: vcenter, vms: [ { id: vm-1, name: «x } ] } }", "is in the inventory of site 'A' already, as 'vm-1'")]
    [InlineData("clouds: { c: { site: A } }\nlinks: [ { from: c, to: «fd-a } ]", "one is a cloud and the other a fault domain")]
    public void Parse_Clouds(string text, string message) => Check(Head.TrimEnd() + "\n" + text, message);

    [Theory]
    [InlineData("«{ to: { site: d } }", "a replication needs vm (such as cloud/org/vApp/name, or vCenter/id) or vapp (cloud/org/name)")]
    [InlineData("{ vm: c/o/v/m, vapp: «c/o/v, to: { site: d } }", "a replication has either vm or vapp, not both")]
    [InlineData("{ vm: «c/o/v/x, to: { site: d } }", "unknown machine of a cloud 'c/o/v/x' – did you mean c/o/v/m?")]
    [InlineData("{ vapp: «c/o/x, to: { site: d } }", "unknown vApp 'c/o/x' – did you mean c/o/v?")]
    [InlineData("«{ vm: c/o/v/m }", "a replication needs to, where the replicas are")]
    [InlineData("{ vm: c/o/v/m, to: { site: «x } }", "unknown cloud 'x' (defined: c, d, e, f)")]
    [InlineData("{ vm: c/o/v/m, to: { site: «c } }", "the source is at 'c' too")]
    [InlineData("{ vm: c/o/v/m, to: { site: e, «vdc: x } }", "unknown key 'vdc' (keys of to: site)")]
    [InlineData("{ vm: f/vm-1, to: «{ site: c } }", "to needs vdc (at c: w, x)")]
    [InlineData("{ vm: c/o/v/m, to: { site: d, vdc: «y } }", "unknown virtual data center of d 'y'")]
    [InlineData("{ vm: c/o/v/m, to: { site: d, storageProfile: «gold } }", "unknown storage profile of vdc-p 'gold' (defined: default)")]
    [InlineData("{ vm: c/o/v/m, to: { site: d }, rpo: «90s }", "rpo is '90s'; it must be whole minutes from 1m to 1d")]
    [InlineData("{ vm: c/o/v/m, to: { site: d }, rpo: «2d }", "rpo is '2d'; it must be whole minutes from 1m to 1d")]
    [InlineData("{ vm: c/o/v/m, to: { site: d }, retention: [ «{ instances: 3 } ] }", "a retention rule needs distance")]
    [InlineData("{ vm: c/o/v/m, to: { site: d }, retention: [ { instances: «0, distance: 1h } ] }", "instances is '0'; it must be a whole number from 1 to 1000")]
    [InlineData("{ vm: c/o/v/m, to: { site: d }, connection: «tls }", "connection is 'tls' (one of: plain, encrypted, encryptedCompressed)")]
    [InlineData("{ vm: c/o/v/m, to: { site: d }, owner: «o@d }", "unknown organization 'o@d' – did you mean o@c?")]
    [InlineData("{ vm: c/o/v/m, to: { site: d }, sla: «gold }", "unknown SLA profile 'gold' – did you mean Gold? (defined: Gold, Silver, Bronze)")]
    [InlineData("{ vm: c/o/v/m, to: { site: d }, sla: Gold, rpo: «5m }", "rpo follows from the SLA profile 'Gold'; leave one of them out")]
    [InlineData("{ vm: c/o/v/m, to: { site: d } }, «{ vapp: c/o/v, to: { site: d } }", "replication 'c/o/v/m – d' is defined twice")]
    [InlineData("{ template: { count: 2, vm: c/o/v/m, to: { site: «x } } }", "unknown cloud 'x'")]
    public void Parse_Replications(string text, string message) => Check(
        Head + "clouds:\n  c: { site: A, orgs: { o: { vdcs: [ { name: w }, { name: x } ], vapps: [ { name: v, vdc: w, vms: [ { name: m } ] } ] } } }\n"
        + "  d: { site: B, orgs: { p: } }\n  e: { site: B, kind: vcenter }\n  f: { site: A, kind: vcenter, vms: [ { id: vm-1 } ] }\n"
        + $"replications: [ {text} ]",
        message);

    [Theory]
    [InlineData("slaProfiles: [ «{ rpo: 5m } ]", "an SLA profile needs name")]
    [InlineData("slaProfiles: [ { name: G }, { name: «G } ]", "SLA profile 'G' is defined twice")]
    [InlineData("slaProfiles: [ { name: G, «initialSyncTime: 5m } ]", "unknown key 'initialSyncTime' (keys of an SLA profile: name, id, rpo, retention, quiesced, connection)")]
    [InlineData("policies: «[]", "a lab has at least one policy")]
    [InlineData("policies: [ «{} ]", "a policy needs name")]
    [InlineData("policies: [ { name: p, minRpo: «5 } ]", "minRpo is '5'; it must be a number with ms, s, m, h or d")]
    [InlineData("policies: [ { name: p, orgs: [«o] } ]", "unknown organization 'o' (defined: orgA@c)")]
    [InlineData("policies: [ { name: p, orgs: [orgA@c] }, { name: q, orgs: [«orgA@c] } ]", "organization with a policy 'orgA@c' is defined twice")]
    [InlineData("knobs: { cloud: { illegalOrder: «never } }", "illegalOrder is 'never' (one of: call, task)")]
    [InlineData("knobs: { cloud: { retentionDistance: «spread } }", "(one of: spacing, span)")]
    public void Parse_RulesOfClouds(string text, string message) =>
        Check(Head + "clouds: { c: { site: A, orgs: { orgA: } } }\n" + text, message);

    private static void Check(string text, string message, int line = 0, int column = 0)
    {
        text = text.ReplaceLineEndings("\n");
        int mark = text.IndexOf('«', StringComparison.Ordinal);
        if (mark >= 0)
        {
            line = 1 + text.AsSpan(0, mark).Count('\n');
            column = mark - text.LastIndexOf('\n', Math.Max(0, mark - 1), Math.Max(0, mark));
            text = text.Remove(mark, 1);
        }

        LabResult result = LabFile.Parse(text, "labs/my.yaml");
        Assert.Null(result.Lab);
        FileProblem problem = Assert.Single(result.Problems);
        Assert.StartsWith($"labs/my.yaml:{line}:{Math.Max(1, column)}  ", problem.ToString(), StringComparison.Ordinal);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }
}
