using VasaSim.Core.Storage;
using VasaSim.Storage.Tests.Support;
using static VasaSim.Storage.Tests.Support.Worlds;

namespace VasaSim.Storage.Tests.Archives;

public sealed class WorldArchiveTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_kept_is_there_until_it_is_deleted(bool inDirectory)
    {
        IWorldArchive archive = inDirectory ? InDirectory() : WorldArchives.InMemory();
        Assert.Empty(archive.Names());
        var any = new AnyEntity(new Random(5));
        Entity[] entities = [.. AnyEntity.Types.Select(any.Make)];

        await archive.WriteAsync("b", entities);
        await archive.WriteAsync("a.db", [Host(1)]);

        Assert.Equal(["a.db", "b"], archive.Names());
        AssertHolds(new StoredWorld(1, await archive.ReadAsync("b")), 1, entities);
        AssertHolds(new StoredWorld(1, await archive.ReadAsync("a.db")), 1, Host(1));

        archive.Delete("b");
        Assert.Equal(["a.db"], archive.Names());
    }

    [Fact]
    public async Task Another_archive_of_the_directory_finds_it_and_no_file_is_left_over()
    {
        await InDirectory().WriteAsync("a", [Host(1)]);

        AssertHolds(new StoredWorld(1, await InDirectory().ReadAsync("a")), 1, Host(1));
        InDirectory().Delete("a");

        Assert.Empty(Directory.GetFileSystemEntries(_directory["kept"]));
    }

    [Fact]
    public async Task What_was_not_finished_is_not_there_and_does_not_stand_in_the_way()
    {
        Directory.CreateDirectory(_directory["kept"]);
        await File.WriteAllTextAsync(Path.Combine(_directory["kept"], ".new.db"), "half of it", TestContext.Current.CancellationToken);
        Assert.Empty(InDirectory().Names());

        await InDirectory().WriteAsync("a", [Host(1)]);

        Assert.Equal(["a"], InDirectory().Names());
    }

    [Fact]
    public async Task A_file_that_is_no_world_is_said_to_be_none()
    {
        Directory.CreateDirectory(_directory["kept"]);
        await File.WriteAllTextAsync(Path.Combine(_directory["kept"], "a.db"), "no world", TestContext.Current.CancellationToken);

        StoreException refusal = await Assert.ThrowsAsync<StoreException>(() => InDirectory().ReadAsync("a"));

        Assert.Equal(StoreProblem.Damaged, refusal.Problem);
    }

    private IWorldArchive InDirectory() => WorldArchives.InDirectory(_directory["kept"], Durability.Normal);
}
