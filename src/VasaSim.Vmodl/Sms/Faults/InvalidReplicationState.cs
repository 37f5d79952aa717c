namespace VasaSim.Vmodl.Sms;

/// <summary>The group is not in a state that allows the operation.</summary>
[DataObject(Since = "6.5")]
public sealed partial class InvalidReplicationState : SmsReplicationFault
{
    /// <summary>The states in which it would have worked.</summary>
    public IReadOnlyList<string>? DesiredState { get; init; }

    public required string CurrentState { get; init; }
}
