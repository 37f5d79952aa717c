using VasaSim.Configuration;
using VasaSim.Core.Model;

namespace VasaSim.Lab.Tests;

public sealed class ArrayTests
{
    private const string Head = """
        version: 1
        sites:
          A: { hosts: [h1, h2], datastores: [ { id: vmfs, type: VMFS, hosts: [h2] }, { id: nfs, type: NFS }, { id: vvol } ] }
        providers: [ { id: p, arrays: [named] } ]

        """;

    [Fact]
    public void Array_HasWhatTheFileSays()
    {
        LabResult result = LabFile.Parse(
            Head + """
            arrays:
              - id: a
                processors: [ { id: ct0, ports: [ { id: fc0, name: "50:01" }, { id: eth0, type: iscsi, name: iqn.x } ] } ]
                pools: [ { id: pool, type: deduplicationPool, capacity: 2GiB, used: 1GiB } ]
                luns:
                  - { id: one, capacity: 10MiB, used: 1536KiB, thin: true, drs: false, pool: pool, port: fc0, datastore: vmfs }
                  - { id: two, canonicalName: naa.2, hosts: [h1] }
                fileSystems: [ { id: fs, server: s, path: /p, pool: pool, datastore: nfs } ]
            """,
            "x");

        Assert.Empty(result.Problems);
        StorageArray array = Assert.Single(result.Lab!.Arrays);
        Assert.Equal(["fc0", "eth0"], array.Ports.Select(p => p.Id));
        Assert.Equal(["50:01", null], array.Ports.Select(p => p.NodeName));
        Assert.Equal(new BackingStoragePool("pool", PoolKind.Deduplication, 2048, 1024), Assert.Single(array.Pools));
        Assert.Equal("nfs", Assert.Single(array.FileSystems).Datastore);
        Assert.Collection(
            result.Lab.Luns,
            one =>
            {
                Assert.Equal(("a", "naa.one", 10, 1), (one.Array, one.CanonicalName, one.CapacityInMB, one.UsedInMB));
                Assert.Equal(["h2"], one.Hosts);
                Assert.True(one.Thin && !one.DrsPermitted);
            },
            two => Assert.Equal(["h1"], two.Hosts));
    }

    [Theory]
    [InlineData("arrays: [ {} ]", "an array needs id")]
    [InlineData("arrays: [ { id: a }, { id: a } ]", "array 'a' is defined twice")]
    [InlineData("arrays: [ { id: a, luns: [ { id: l, used: 2TiB } ] } ]", "used is more than the capacity")]
    [InlineData("arrays: [ { id: a, luns: [ { id: l, capacity: 1KiB } ] } ]", "capacity is less than 1MiB")]
    [InlineData("arrays: [ { id: a, luns: [ { id: l, pool: pol } ], pools: [ { id: pool } ] } ]", "unknown pool of this array 'pol' – did you mean pool?")]
    [InlineData("arrays: [ { id: a, luns: [ { id: l, port: fc0 } ] } ]", "unknown port of this array 'fc0'")]
    [InlineData("arrays: [ { id: a, luns: [ { id: l, datastore: nfs } ] } ]", "datastore 'nfs' is of type NFS; a LUN can only have one of type VMFS")]
    [InlineData("arrays: [ { id: a, luns: [ { id: l, datastore: none } ] } ]", "unknown datastore 'none'")]
    [InlineData("arrays: [ { id: a, luns: [ { id: l, hosts: [h3] } ] } ]", "unknown host 'h3'")]
    [InlineData("arrays: [ { id: a, luns: [ { id: l } ] }, { id: b, luns: [ { id: l } ] } ]", "LUN 'l' is defined twice")]
    [InlineData("arrays: [ { id: a, fileSystems: [ { id: f, path: /p } ] } ]", "a file system needs server")]
    [InlineData("arrays: [ { id: a, processors: [ { id: p, ports: [ { id: q } ] } ] } ]", "a port needs name")]
    [InlineData("containers: [ { id: c } ]", "a container needs arrays, at least one")]
    [InlineData("containers: [ { id: c, arrays: [nmaed] } ]", "unknown array 'nmaed' – did you mean named?")]
    public void Problem_IsNamed(string text, string message) =>
        Assert.Contains(LabFile.Parse(Head + text, "x").Problems, p => p.Message.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void Container_MayBeOnAnArrayThatIsDescribedOrNamed()
    {
        LabResult result = LabFile.Parse(
            Head + """
            arrays: [ { id: a } ]
            containers: [ { id: c, arrays: [a, named], maxVvolSize: 1GiB, type: NFS, stretched: true } ]
            """,
            "x");

        Assert.Empty(result.Problems);
        StorageContainer container = Assert.Single(result.Lab!.Containers);
        Assert.Equal(["a", "named"], container.Arrays);
        Assert.Equal((1024, "NFS", true), (container.MaxVvolSizeInMB, container.Type, container.Stretched));
    }
}
