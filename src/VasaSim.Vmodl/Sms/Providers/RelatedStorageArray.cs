namespace VasaSim.Vmodl.Sms;

/// <summary>An array that a provider reports, and whether the provider is active for it.</summary>
[DataObject(Since = "4.0")]
public sealed partial class RelatedStorageArray : DataObject
{
    public required string ArrayId { get; init; }

    public required bool Active { get; init; }

    public required bool Manageable { get; init; }

    /// <summary>Deprecated; −1 for providers of VASA 1.0.</summary>
    public required int Priority { get; init; }
}
