namespace VasaSim.Storage.Sqlite;

/// <summary>How a file is written.</summary>
internal sealed record SqliteSettings
{
    public Durability Durability { get; init; }

    /// <summary>How many pages the file may have; null: as many as the disk has room for. Lets a test fill it up.</summary>
    public int? MaxPages { get; init; }
}
