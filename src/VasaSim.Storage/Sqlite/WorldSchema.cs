namespace VasaSim.Storage.Sqlite;

/// <summary>
/// The form of the database. The format's version is SQLite's <c>user_version</c>; the <c>application_id</c> tells a
/// world from another program's database.
/// </summary>
internal static class WorldSchema
{
    /// <summary>Marks a world: "VASA".</summary>
    public const long ApplicationId = 0x56415341;

    /// <summary>
    /// The version that is written. A change of the tables, of what a body looks like (a new member that is never
    /// null, a renamed one) or a new kind of entity makes it one higher. Worlds of older versions are refused: there is
    /// no step from one to the next yet. It would belong into <see cref="WorldDatabase.Open"/>, and
    /// <see cref="WorldInspection"/> would have to let that version pass and leave its entities to be read after it.
    /// </summary>
    public const int Version = 5;

    /// <summary>Makes it, all or nothing.</summary>
    public static string Create => $"""
        BEGIN IMMEDIATE;
        CREATE TABLE entity (kind INTEGER NOT NULL, id TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
        CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        INSERT INTO meta (name, value) VALUES ('revision', 0);
        PRAGMA application_id = {ApplicationId};
        PRAGMA user_version = {Version};
        COMMIT;
        """;
}
