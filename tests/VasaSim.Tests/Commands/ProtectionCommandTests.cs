using System.Text.Json.Nodes;
using VasaSim.Tests.Support;

namespace VasaSim.Tests.Commands;

public class ProtectionCommandTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>
{
    [Fact]
    public async Task Protection_groups_are_listed_and_shown()
    {
        await simulator.ResetAsync();

        Assert.Matches("pg-gold +VVOL +A +B +OK +READY +5 +-", await RunAsync("protection", "ls"));
        string shown = await RunAsync("protection", "show", "pg-gold");
        Assert.Contains("replicated       fd-a1/rg-01, fd-a1/rg-02", shown, StringComparison.Ordinal);
        Assert.Matches(@"vm-101 +db01 +OK +\S+ +-", shown);
    }

    [Fact]
    public async Task A_placeholder_is_deleted_and_a_group_read_anew()
    {
        await simulator.ResetAsync();

        Assert.Matches("vm-102 +db02 +PLACEHOLDER_VM_DELETED +- +The placeholder", await RunAsync("protection", "delete-placeholder", "pg-gold", "vm-102"));
        Assert.Matches("status +LOADING", await RunAsync("protection", "load", "pg-gold", "30s"));
        Assert.Matches("vm-102 +db02 +PLACEHOLDER_VM_DELETED", await RunAsync("protection", "load", "pg-gold", "0s"));
    }

    [Fact]
    public async Task A_machine_is_changed_and_deleted()
    {
        await simulator.ResetAsync();

        string set = await RunAsync(
            "machines", "set", "vm-151", "--folder", "group-v113", "--resource-pool", "resgroup-118", "--networks", "network-19,network-20",
            "--storage-policy", "policy-B", "--datastore", "datastore-62", "--unreplicated-disks", "Hard disk 2,Hard disk 3");
        Assert.Matches("vm-151 +erp01 +B +datastore-62 +group-v113 +resgroup-118 +network-19, network-20 +policy-B +Hard disk 2, Hard disk 3 +-", set);
        JsonNode emptied = JsonNode.Parse(await RunAsync("machines", "set", "vm-151", "--networks", "none", "--unreplicated-disks", "none", "--format", "json"))!;
        Assert.Equal(("[]", "[]"), (emptied["networks"]!.ToJsonString(), emptied["unreplicatedDisks"]!.ToJsonString()));
        Assert.Matches("vm-101 +db01 .* pg-gold", await RunAsync("machines", "show", "vm-101"));
        Assert.Matches("vm-101 +db01 +A ", await RunAsync("machines", "delete", "vm-101"));
        Assert.Matches("vm-101 +db01 +INVALID ", await RunAsync("protection", "show", "pg-gold"));
        Assert.DoesNotContain("vm-101", await RunAsync("machines", "ls"), StringComparison.Ordinal);
        Assert.DoesNotContain("vm-102", await RunAsync("machines", "ls", "--site", "B"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_an_error()
    {
        (int code, _, string error) = await InProcess.RunAsync(["protection", "show", "none"], ("VASASIM_URL", simulator.Address.AbsoluteUri));

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("There is no protection group 'none'.", error, StringComparison.Ordinal);
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        (int code, string output, string error) = await InProcess.RunAsync(arguments, ("VASASIM_URL", simulator.Address.AbsoluteUri));
        Assert.True(code == ExitCode.Ok, $"{string.Join(' ', arguments)}: {error}");
        return output;
    }
}
