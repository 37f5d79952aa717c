using System.Globalization;
using VasaSim.Core.Storage;
using VasaSim.Storage;
using VasaSim.Storage.Writer;

// Writes commits until it is killed, and prints the revision of each one that was acknowledged:
// VasaSim.Storage.Writer <file> <Normal|Full>
const int Callers = 4;

IWorldStore store = WorldStores.OpenSqlite(args[0], Enum.Parse<Durability>(args[1]));
StoredWorld world = await store.LoadAsync();
long revision = world.Revision;
var gate = new Lock();

Task Commit(out long committed)
{
    // A store takes changes in the order of their revisions.
    lock (gate)
    {
        committed = ++revision;
        return store.CommitAsync(WrittenWorld.Change(committed));
    }
}

await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
{
    while (true)
    {
        await Commit(out long committed);
        Console.WriteLine(committed.ToString(CultureInfo.InvariantCulture));
    }
})));
