namespace VasaSim.Vmodl.Sms;

/// <summary>A registered storage provider of any kind.</summary>
[ManagedObject("SmsProvider", Since = "2.0")]
public interface ISmsProvider
{
    /// <summary>Returns what is known about the provider.</summary>
    [Method("QueryProviderInfo", Since = "2.0", Privilege = Privileges.StorageViewsView)]
    SmsProviderInfo QueryProviderInfo();
}
