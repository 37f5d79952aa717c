using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Replication;

/// <summary>Devices besides the plain virtual volume: those never copied, and machines replicated as a whole.</summary>
public sealed class DeviceTests
{
    private const string Fresh = "fd-b1/rg-07-t";
    private const string Machine = "fd-io-b/rg-08-t";

    [Theory]
    [InlineData(ReplicationOperation.TestStart)]
    [InlineData(ReplicationOperation.Failover)]
    public void A_device_that_was_never_copied_has_its_own_error_and_the_group_succeeds(ReplicationOperation operation)
    {
        TestWorld lab = new();
        lab.Done<GroupSynced>(ReplicationOperation.Sync, Fresh);

        GroupRecovered done = lab.Done<GroupRecovered>(operation, Fresh);

        Assert.NotNull(done.Devices[0].Recovered);
        Assert.Null(done.Devices[0].Error);
        Assert.Null(done.Devices[1].Recovered);
        Assert.Equal(new NoValidReplica(new VVolId("rg-07-t-r2")), done.Devices[1].Error);
        Assert.Null(lab.Group(Fresh).Members[1].Recovered);
    }

    [Fact]
    public void The_first_sync_copies_what_can_be_copied_and_makes_the_target_known_to_its_source()
    {
        TestWorld lab = new();
        Assert.Empty(lab.Group("fd-a1/rg-07").Targets);

        lab.Done<GroupSynced>(ReplicationOperation.Sync, Fresh);
        lab.Done<GroupSynced>(ReplicationOperation.Sync, Fresh);

        Assert.Equal([true, false], lab.Group(Fresh).Members.Select(m => m.Copied));
        Assert.Equal([TestWorld.Id(Fresh)], lab.Group("fd-a1/rg-07").Targets);
        lab.Done<GroupDone>(ReplicationOperation.PrepareFailover, "fd-a1/rg-07");
    }

    [Fact]
    public void A_machine_is_recovered_as_a_file_with_its_disks_under_their_old_keys()
    {
        TestWorld lab = new();

        GroupRecovered done = lab.Done<GroupRecovered>(ReplicationOperation.Failover, Machine);

        VirtualMachineFilePath path = Assert.IsType<VirtualMachineFilePath>(done.Devices[0].Recovered);
        Assert.Equal("ds:///vmfs/volumes/datastore-61/", path.DatastoreUrl);
        Assert.Equal("[vvol-B] app01/app01.vmx", path.VmxPath);
        Assert.Equal(
            [new RecoveredDisk(2000, path.DatastoreUrl, "[vvol-B] app01/app01_2000.vmdk"), new RecoveredDisk(2001, path.DatastoreUrl, "[vvol-B] app01/app01_2001.vmdk")],
            done.Devices[0].Disks);
        Assert.Empty(done.Devices[1].Disks);
    }

    [Fact]
    public void The_disks_of_a_recovered_machine_are_of_one_new_machine_and_keep_their_keys()
    {
        TestWorld lab = new();

        GroupRecovered done = lab.Done<GroupRecovered>(ReplicationOperation.Failover, Machine);

        VirtualDiskKey[] disks = [.. done.Devices.Skip(1).Select(d => Assert.IsType<VirtualDiskKey>(d.Recovered))];
        Assert.Equal([2000, 2001], disks.Select(d => d.DeviceKey));
        Assert.NotEqual("uuid-1", Assert.Single(disks.Select(d => d.VmInstanceUuid).Distinct()));
    }

    [Fact]
    public void Each_test_of_a_machine_has_new_files_and_new_disks()
    {
        TestWorld lab = new();
        HashSet<DeviceId> seen = [.. lab.Group(Machine).Members.Select(m => m.Source)];
        for (int i = 0; i < 3; i++)
        {
            GroupRecovered done = lab.Done<GroupRecovered>(ReplicationOperation.TestStart, Machine);
            Assert.All(done.Devices, d => Assert.True(seen.Add(d.Recovered!), $"{d.Recovered} was there before."));
            Assert.Equal([2000, 2001], done.Devices[0].Disks.Select(d => d.DeviceKey));
            lab.Done<GroupDone>(ReplicationOperation.TestStop, Machine);
        }

        GroupRecovered last = lab.Done<GroupRecovered>(ReplicationOperation.Failover, Machine);
        Assert.All(last.Devices, d => Assert.True(seen.Add(d.Recovered!)));
    }

    [Fact]
    public void A_machine_goes_there_and_back_again()
    {
        TestWorld lab = new();
        GroupRecovered there = lab.Done<GroupRecovered>(ReplicationOperation.Failover, Machine);
        lab.Done<GroupReversed>(ReplicationOperation.Reverse, Machine);
        lab.Done<GroupSynced>(ReplicationOperation.Sync, "fd-io-a/rg-08");

        GroupRecovered back = lab.Done<GroupRecovered>(ReplicationOperation.Failover, "fd-io-a/rg-08");

        Assert.Equal(there.Devices.Select(d => d.Recovered), back.Devices.Select(d => (DeviceId?)d.Source));
        Assert.Equal("[vvol-A] app01/app01.vmx", Assert.IsType<VirtualMachineFilePath>(back.Devices[0].Recovered).VmxPath);
        Assert.Equal([2000, 2001], back.Devices[0].Disks.Select(d => d.DeviceKey));
        Assert.Equal(3, back.Devices.Select(d => d.Replica).Distinct().Count());
    }
}
