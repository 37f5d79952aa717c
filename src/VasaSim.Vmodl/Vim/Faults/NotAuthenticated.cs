namespace VasaSim.Vmodl.Vim;

/// <summary>There is no session.</summary>
[DataObject(Since = "2.5")]
public sealed partial class NotAuthenticated : NoPermission;
