namespace VasaSim.Storage.Tests.Contract;

public sealed class SqliteNormalWorldStoreTests() : SqliteWorldStoreTests(Durability.Normal);
