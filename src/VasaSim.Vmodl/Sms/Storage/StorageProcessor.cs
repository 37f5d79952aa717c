namespace VasaSim.Vmodl.Sms;

/// <summary>A storage processor of an array.</summary>
[DataObject(Since = "2.0")]
public sealed partial class StorageProcessor : DataObject
{
    public required string Uuid { get; init; }

    /// <summary>Spelt like this on the wire.</summary>
    public IReadOnlyList<string>? AlternateIdentifer { get; init; }
}
