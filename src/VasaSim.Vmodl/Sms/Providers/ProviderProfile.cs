namespace VasaSim.Vmodl.Sms;

/// <summary>What a provider is able to do beyond reporting inventory.</summary>
[VmodlEnum(Since = "6.5")]
public enum ProviderProfile
{
    ProfileBasedManagement,

    Replication,
}
