namespace VasaSim.Vmodl.Vim;

/// <summary>User name or password is wrong.</summary>
[DataObject(Since = "2.0")]
public sealed partial class InvalidLogin : VimFault;
