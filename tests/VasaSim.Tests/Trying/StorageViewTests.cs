using VasaSim.Trying;
using VasaSim.Vmodl;

namespace VasaSim.Tests.Trying;

public class StorageViewTests
{
    private static readonly ManagedObjectReference _provider = new("VasaProvider", "vasaProvider-1");

    private readonly StorageView _storage = new(
        new ManagedObjectReference("SmsStorageManager", "storageManager"),
        [_provider],
        [new(new GroupKey("fd-a", "rg-1"), _provider, null), new(new GroupKey("fd-b", "rg-1"), _provider, null), new(new GroupKey("fd-b", "rg-2"), _provider, null)],
        []);

    [Fact]
    public void A_group_is_named_with_or_without_its_fault_domain_and_counts_once() =>
        Assert.Equal(["fd-b/rg-2", "fd-a/rg-1"], _storage.Resolve(["rg-2", "fd-a/rg-1", "fd-b/rg-2"]).Select(g => g.Key.ToString()));

    [Fact]
    public void An_id_that_several_fault_domains_have_is_not_guessed()
    {
        CommandException refused = Assert.Throws<CommandException>(() => _storage.Resolve(["rg-1"]));
        Assert.Equal(ExitCode.Usage, refused.ExitCode);
        Assert.EndsWith("say which: fd-a/rg-1, fd-b/rg-1.", refused.Message, StringComparison.Ordinal);
    }
}
