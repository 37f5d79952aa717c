namespace VasaSim.Vmodl.Sms;

/// <summary>A reference without methods or properties; only its identity is handed out.</summary>
[ManagedObject("SmsSessionManager", Since = "5.0")]
public interface ISmsSessionManager;
