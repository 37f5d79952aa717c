namespace VasaSim.Vmodl.Sms;

/// <summary>Which fault domains to return.</summary>
[DataObject(Since = "6.5")]
public sealed partial class FaultDomainFilter : DataObject
{
    /// <summary>The <c>uid</c> of a provider; unset means all.</summary>
    public string? ProviderId { get; init; }
}
