namespace VasaSim.Vmodl.Sms;

/// <summary>How the service logs in to a provider; no method uses it.</summary>
[VmodlEnum(Since = "6.7")]
public enum VasaAuthenticationType
{
    LoginByToken,

    UseSessionId,
}
