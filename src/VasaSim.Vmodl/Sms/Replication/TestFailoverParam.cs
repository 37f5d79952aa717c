namespace VasaSim.Vmodl.Sms;

/// <summary>What to test fail over, and how. Has no members of its own.</summary>
[DataObject(Since = "6.5")]
public sealed partial class TestFailoverParam : FailoverParam;
