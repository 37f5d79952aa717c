namespace VasaSim.Vmodl.Vim;

/// <summary>The locale is unknown.</summary>
[DataObject(Since = "2.0")]
public sealed partial class InvalidLocale : VimFault;
