namespace VasaSim.Vmodl.Sms;

/// <summary>The provider refused the user name or the password.</summary>
[DataObject(Since = "2.0")]
public sealed partial class IncorrectUsernamePassword : ProviderRegistrationFault;
