namespace VasaSim.Storage.Tests.Contract;

public sealed class SqliteFullWorldStoreTests() : SqliteWorldStoreTests(Durability.Full);
