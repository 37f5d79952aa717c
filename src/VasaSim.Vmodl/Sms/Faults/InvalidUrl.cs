namespace VasaSim.Vmodl.Sms;

/// <summary>The provider's address is malformed.</summary>
[DataObject(Since = "4.0")]
public sealed partial class InvalidUrl : ProviderRegistrationFault
{
    public required string Url { get; init; }
}
